/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-fixture.h"
#include "window-fixture.h"

#include "rc-toast.h"

/* What is said after something was done can be read whole, with its buttons, in any window and with large text. */

#define NORMAL_DPI (96 * 1024) /* 1/1024 dots an inch, as GTK counts them */
#define LONG_TEXT "Purchase authorization PA-2026-000123 was created. Order due by 17 September 2026."

static AdwToastOverlay *
get_overlay (UiFixture *fixture)
{
  return ADW_TOAST_OVERLAY (
      gtk_widget_get_template_child (GTK_WIDGET (fixture->window), RC_TYPE_WINDOW, "toast_overlay"));
}

/* The toast in front: what was shown last. */
static GtkWidget *
get_toast (UiFixture *fixture)
{
  return gtk_widget_get_last_child (GTK_WIDGET (get_overlay (fixture)));
}

static void
check_inside (GtkWidget *widget, GtkWidget *window)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (window));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (window));
}

static guint
check_texts (GtkWidget *widget, GtkWidget *window)
{
  guint n_texts = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (GTK_IS_LABEL (widget))
    {
      int least;

      g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))));
      gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (widget), &least, NULL, NULL,
                          NULL);
      g_assert_cmpint (gtk_widget_get_height (widget), >=, least);
      check_inside (widget, window);
      n_texts++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    n_texts += check_texts (child, window);
  return n_texts;
}

typedef struct
{
  int width;
  int dpi;
  const char *text;
  const char *button; /* (nullable) */
  const char *extra; /* (nullable) */
} Case;

static const Case cases[] = {
  { 1280, NORMAL_DPI, "Done.", NULL, NULL },
  { 1280, NORMAL_DPI, LONG_TEXT, "Złóż zamówienie", "Cofnij" },
  { 1280, 3 * NORMAL_DPI / 2, LONG_TEXT " " LONG_TEXT, "Złóż zamówienie", NULL },
  { 360, NORMAL_DPI, "Done.", NULL, NULL },
  { 360, NORMAL_DPI, "23 wiadomości jest do utworzenia.", "Wyświetl wiadomości", NULL },
  { 360, NORMAL_DPI, LONG_TEXT, NULL, NULL },
  { 360, NORMAL_DPI, LONG_TEXT, "Złóż zamówienie", "Cofnij" },
  { 360, 2 * NORMAL_DPI, LONG_TEXT, "Złóż zamówienie", "Cofnij" },
};

static void
check (UiFixture *fixture, const Case *item)
{
  AdwToast *toast = adw_toast_new (item->text);
  g_autofree char *name = g_strdup_printf ("toast-%td", item - cases);

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", item->dpi, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), item->width, 800);
  ui_fixture_settle ();
  if (item->button)
    adw_toast_set_button_label (toast, item->button);
  rc_toast_show_with_button (get_overlay (fixture), toast,
                             item->extra ? gtk_button_new_with_label (item->extra) : NULL);
  for (int i = 0; i < 4; i++) /* it comes from beneath */
    ui_fixture_settle ();
  ui_fixture_picture (GTK_WIDGET (fixture->window), name);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, item->width);
  g_assert_cmpuint (check_texts (get_toast (fixture), GTK_WIDGET (fixture->window)), ==,
                    1 + !!item->button + !!item->extra);
}

static void
test_readable (void)
{
  UiFixture fixture = { NULL };

  ui_fixture_open (&fixture, 1280, 800);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&fixture, &cases[i]);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", NORMAL_DPI, NULL);
  ui_fixture_close (&fixture);
}

/* A toast that was laid out for a wide window lets it become narrow. */
static void
test_narrowed (void)
{
  UiFixture fixture = { NULL };
  AdwToast *toast = adw_toast_new (LONG_TEXT);

  ui_fixture_open (&fixture, 1280, 800);
  adw_toast_set_timeout (toast, 0);
  rc_toast_show (get_overlay (&fixture), toast);
  ui_fixture_settle ();
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 360, 800);
  ui_fixture_settle ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture.window)), <=, 360);
  ui_fixture_close (&fixture);
}

static void
on_said (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  *(gint64 *) data = g_variant_get_int64 (parameter);
}

static void
set_true (gboolean *value)
{
  *value = TRUE;
}

static gboolean
is_true (gpointer value)
{
  return *(gboolean *) value;
}

/* Its button does in a narrow window what it does in a wide one, and the toast goes. */
static void
test_button (void)
{
  const int widths[] = { 1280, 360 };
  UiFixture fixture = { NULL };
  g_autoptr (GSimpleAction) action = g_simple_action_new ("say", G_VARIANT_TYPE_INT64);
  gint64 said = 0;

  ui_fixture_open (&fixture, 1280, 800);
  g_signal_connect (action, "activate", G_CALLBACK (on_said), &said);
  g_action_map_add_action (G_ACTION_MAP (fixture.window), G_ACTION (action));
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      AdwToast *toast = adw_toast_new (LONG_TEXT);
      gboolean dismissed = FALSE;

      gtk_window_set_default_size (GTK_WINDOW (fixture.window), widths[i], 800);
      ui_fixture_settle ();
      adw_toast_set_button_label (toast, "Say");
      adw_toast_set_action_name (toast, "win.say");
      adw_toast_set_action_target (toast, "x", (gint64) i + 1);
      g_signal_connect_swapped (toast, "dismissed", G_CALLBACK (set_true), &dismissed);
      rc_toast_show (get_overlay (&fixture), toast);
      ui_fixture_settle ();
      window_fixture_click (GTK_WINDOW (fixture.window), "Say");
      g_assert_cmpint (said, ==, (gint64) i + 1);
      g_assert_true (ui_fixture_wait (is_true, &dismissed));
    }
  ui_fixture_close (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/toast/readable", test_readable);
  g_test_add_func ("/toast/narrowed", test_narrowed);
  g_test_add_func ("/toast/button", test_button);
  return g_test_run ();
}
