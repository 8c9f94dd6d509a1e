/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-fixture.h"

#include "rc-style.h"

#include <glib/gstdio.h>

#define TODAY "2026-03-10"
#define PATIENCE (60 * G_USEC_PER_SEC) /* against hanging only */
#define QUIET 150 /* ms */
#define MOST_QUEUED 100

/* Runs the main loop until @done says so; FALSE where that takes too long. */
gboolean
ui_fixture_wait (gboolean (*done) (gpointer data), gpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!done (data))
    {
      if (g_get_monotonic_time () > end)
        return FALSE;
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
  return TRUE;
}

static gboolean
set_true (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets what is queued happen, and a few frames be drawn. */
void
ui_fixture_settle (void)
{
  gboolean is_over = FALSE;

  g_timeout_add (QUIET, set_true, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
  /* On a busy machine the timer may come before what was queued. */
  for (int i = 0; i < MOST_QUEUED && g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

static gboolean
is_open (gpointer data)
{
  UiFixture *fixture = data;
  RcCustomerListView *view;

  fixture->workspace = rc_window_get_workspace (fixture->window);
  if (!fixture->workspace || gtk_widget_get_width (ui_fixture_child (fixture, "layout")) == 0)
    return FALSE;
  view = ui_fixture_child (fixture, "customers");
  return rc_virtual_list_get_state (RC_VIRTUAL_LIST (rc_customer_list_view_get_list (view)))
         == RC_LIST_STATE_CONTENT;
}

void
ui_fixture_open (UiFixture *fixture, int width, int height)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.resellerconsole.ResellerConsole");

  rc_style_load (gdk_display_get_default ());
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_string (settings, "filter", "all-customers");
  ui_fixture_open_again (fixture);
}

/* The same as the last window was left. */
void
ui_fixture_open_again (UiFixture *fixture)
{
  fixture->clock = rc_clock_new_fixed (rc_date_from_iso (TODAY), G_GINT64_CONSTANT (1773144000000000));
  fixture->window = rc_window_new (NULL, fixture->clock);
  rc_window_open_sample (fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (ui_fixture_wait (is_open, fixture));
  ui_fixture_settle ();
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

void
ui_fixture_close (UiFixture *fixture)
{
  gpointer window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_true (ui_fixture_wait (is_gone, &window));
  g_clear_object (&fixture->clock);
}

gpointer
ui_fixture_child (UiFixture *fixture, const char *name)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GObject *pages = gtk_widget_get_template_child (window, RC_TYPE_WINDOW, "pages");
  gpointer child = gtk_stack_get_child_by_name (GTK_STACK (pages), name);

  if (child == NULL)
    child = gtk_widget_get_template_child (window, RC_TYPE_WINDOW, name);
  g_assert_nonnull (child);
  return child;
}

typedef struct
{
  GdkPaintable *paintable; /* (borrowed) */
  GskRenderNode *node; /* (owned) (nullable) until there was a frame */
} Drawing;

static gboolean
is_drawn (gpointer data)
{
  Drawing *drawing = data;
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (drawing->paintable, snapshot,
                          gdk_paintable_get_intrinsic_width (drawing->paintable),
                          gdk_paintable_get_intrinsic_height (drawing->paintable));
  drawing->node = gtk_snapshot_free_to_node (snapshot);
  return drawing->node != NULL;
}

/* Saves what @widget looks like as @path. */
void
ui_fixture_picture_at (GtkWidget *widget, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  Drawing drawing = { .paintable = paintable };
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_true (ui_fixture_wait (is_drawn, &drawing));
  node = drawing.node;
  texture =
      gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                   &GRAPHENE_RECT_INIT (0, 0, gdk_paintable_get_intrinsic_width (paintable),
                                                        gdk_paintable_get_intrinsic_height (paintable)));
  g_mkdir_with_parents (folder, 0755);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

/* The same in the build directory, under pictures/. */
void
ui_fixture_picture (GtkWidget *widget, const char *name)
{
  g_autofree char *folder = g_build_filename (g_test_get_dir (G_TEST_BUILT), "..", "pictures", NULL);
  g_autofree char *path = g_strdup_printf ("%s/%s.png", folder, name);

  ui_fixture_picture_at (widget, path);
}

/* What people act upon. Rows of lists are not among it: they are named by what they hold. */
static gboolean
needs_name (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget)
         || GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_SPIN_BUTTON (widget)
         || GTK_IS_TEXT (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_TEXT_VIEW (widget)
         || GTK_IS_LIST_BOX (widget) || GTK_IS_LIST_VIEW (widget) || GTK_IS_COLUMN_VIEW (widget);
}

static gboolean
is_labelled (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* The button inside of a menu button is read out with the latter's name; how GTK does so differs by its version. */
static gboolean
has_name (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (is_labelled (widget) || (GTK_IS_MENU_BUTTON (parent) && is_labelled (parent)))
    return TRUE;
  if (GTK_IS_CHECK_BUTTON (widget))
    return gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)) != NULL;
  return GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL;
}

/* Made by GTK or libadwaita inside of a control that has the name, or that names them itself. */
static gboolean
is_whole (GtkWidget *widget)
{
  return GTK_IS_SPIN_BUTTON (widget) || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_ENTRY (widget)
         || GTK_IS_DROP_DOWN (widget) || GTK_IS_CALENDAR (widget) || GTK_IS_WINDOW_CONTROLS (widget)
         || GTK_IS_POPOVER_MENU (widget) || ADW_IS_PASSWORD_ENTRY_ROW (widget)
         || g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget");
}

/* A column view's list of rows carries the view's name, and a list's rows are not looked at one by one. */
static gboolean
is_part (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return GTK_IS_LIST_VIEW (widget) && GTK_IS_COLUMN_VIEW (parent);
}

/* A mnemonic is an underlined letter, never an underscore before it. */
static void
check_mnemonic (GtkWidget *widget)
{
  if (!GTK_IS_LABEL (widget) || gtk_label_get_text (GTK_LABEL (widget))[0] != '_')
    return;
  g_test_message ("“%s” shows its underscore", gtk_label_get_text (GTK_LABEL (widget)));
  g_test_fail ();
}

/* The widget and what is around it, the innermost first. (transfer full) */
static char *
describe_place (GtkWidget *widget)
{
  GString *place = g_string_new (G_OBJECT_TYPE_NAME (widget));

  while ((widget = gtk_widget_get_parent (widget)))
    g_string_append_printf (place, " in %s", G_OBJECT_TYPE_NAME (widget));
  return g_string_free (place, FALSE);
}

/* Every control on screen has a name that a screen reader can say. */
void
ui_fixture_check_names (GtkWidget *root)
{
  if (!gtk_widget_get_mapped (root))
    return;
  check_mnemonic (root);
  if (needs_name (root) && !is_part (root) && !has_name (root))
    {
      g_autofree char *place = describe_place (root);

      g_test_message ("%s has no name", place);
      g_test_fail ();
    }
  if (is_whole (root))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    ui_fixture_check_names (child);
}

static gboolean
is_triggered (GtkShortcutTrigger *trigger, guint key, GdkModifierType modifiers)
{
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    return is_triggered (gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)), key,
                         modifiers)
           || is_triggered (gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)), key,
                            modifiers);
  return GTK_IS_KEYVAL_TRIGGER (trigger)
         && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
         && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers;
}

static gboolean
press_in (GtkWidget *widget, GListModel *shortcuts, guint key, GdkModifierType modifiers)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);

      if (is_triggered (gtk_shortcut_get_trigger (shortcut), key, modifiers)
          && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                           gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }
  return FALSE;
}

/* What GTK does with a key pressed in @widget, which has the keyboard: the innermost that knows it takes it. */
gboolean
ui_fixture_press (gpointer widget, guint key, GdkModifierType modifiers)
{
  for (GtkWidget *place = widget; place; place = gtk_widget_get_parent (place))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (place);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

          if (GTK_IS_SHORTCUT_CONTROLLER (controller)
              && press_in (place, G_LIST_MODEL (controller), key, modifiers))
            return TRUE;
        }
    }
  return FALSE;
}
