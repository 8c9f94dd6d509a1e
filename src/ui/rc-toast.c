/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-toast"

#include "rc-toast.h"

/*
 * An overlay shows one toast after the other. Who is quick would read about what was done long before: what was done last is
 * said at once, in place of what came before. What stays until somebody has read it comes back afterwards.
 *
 * A toast cuts what it says where there is no room. Here the text breaks into lines, and in a narrow window the buttons come
 * beneath it.
 */

#define LAST_TOAST "rc-last-toast"
#define CHROME 96 /* px: what is around the texts: margins, padding, the button that closes */
#define BUTTON_CHROME 34 /* px: what is around the text of a button */
#define SPACING 6

static int
get_natural_width (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/* The label asks for the height of as many lines as its text has at that width: the overlay asks for nothing else. */
static void
break_lines (GtkLabel *label, int width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (label));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int character = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                       pango_font_metrics_get_approximate_digit_width (metrics));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR); /* a long number must not widen the window */
  gtk_label_set_max_width_chars (label, MAX (1, width * PANGO_SCALE / character));
  pango_font_metrics_unref (metrics);
}

static GtkWidget *
create_label (AdwToast *toast)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), adw_toast_get_title (toast));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

/* Does what the toast's own button does. */
static GtkWidget *
create_button (AdwToast *toast)
{
  GtkWidget *button = gtk_button_new_with_label (adw_toast_get_button_label (toast));

  gtk_widget_set_focus_on_click (button, FALSE); /* it goes at once, and the list keeps the keyboard */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), adw_toast_get_action_name (toast));
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), adw_toast_get_action_target_value (toast));
  g_signal_connect_object (button, "clicked", G_CALLBACK (adw_toast_dismiss), toast,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return button;
}

static void
add_button (GtkBox *buttons, GtkWidget *button, int room)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  break_lines (GTK_LABEL (label), room - BUTTON_CHROME);
  gtk_box_append (buttons, button);
}

/* The text above, the buttons beneath it. */
static void
arrange_narrow (AdwToast *toast, GtkBox *title, GtkWidget *label, GtkWidget *extra, int room)
{
  GtkWidget *own = adw_toast_get_button_label (toast) != NULL ? create_button (toast) : NULL;
  int width =
      (extra != NULL ? get_natural_width (extra) : 0) + (own != NULL ? get_natural_width (own) : 0) + SPACING;
  GtkWidget *buttons =
      gtk_box_new (width <= room ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, SPACING);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (title), GTK_ORIENTATION_VERTICAL);
  break_lines (GTK_LABEL (label), room);
  gtk_box_append (title, label);
  gtk_widget_set_visible (buttons, extra != NULL || own != NULL);
  if (extra != NULL)
    add_button (GTK_BOX (buttons), extra, room);
  if (own != NULL)
    add_button (GTK_BOX (buttons), own, room);
  gtk_box_append (title, buttons);
  adw_toast_set_button_label (toast, NULL);
  adw_toast_set_action_name (toast, NULL);
}

static void
arrange (AdwToastOverlay *overlay, AdwToast *toast, GtkWidget *extra)
{
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *label = create_label (toast);
  int overlay_width = gtk_widget_get_width (GTK_WIDGET (overlay));
  int room = overlay_width > CHROME ? overlay_width - CHROME : G_MAXINT16;
  int buttons = extra != NULL ? get_natural_width (extra) + SPACING : 0;

  if (adw_toast_get_button_label (toast) != NULL)
    {
      g_autoptr (GtkWidget) own = g_object_ref_sink (create_button (toast));

      buttons += get_natural_width (own) + SPACING;
    }
  if (get_natural_width (label) + buttons > room)
    arrange_narrow (toast, GTK_BOX (title), label, extra, room);
  else
    {
      /* What is there already must not keep a window wide that is made narrower. */
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (title), label);
      if (extra != NULL)
        gtk_box_append (GTK_BOX (title), extra);
    }
  adw_toast_set_custom_title (toast, title);
}

/**
 * rc_toast_show:
 * @overlay: where it is shown
 * @toast: (transfer full): what was done last
 *
 * Shows @toast at once, all of its text.
 */
void
rc_toast_show (AdwToastOverlay *overlay, AdwToast *toast)
{
  rc_toast_show_with_button (overlay, toast, NULL);
}

/**
 * rc_toast_show_with_button:
 * @overlay: where it is shown
 * @toast: (transfer full): what was done last
 * @button: (nullable) (transfer floating): its child is a label; stands before the toast's own button; whoever made it dismisses the toast
 *
 * Shows @toast at once, all of its text.
 */
void
rc_toast_show_with_button (AdwToastOverlay *overlay, AdwToast *toast, GtkWidget *button)
{
  AdwToast *before;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay) && ADW_IS_TOAST (toast));
  before = g_object_get_data (G_OBJECT (overlay), LAST_TOAST);
  if (before != NULL && adw_toast_get_timeout (before) > 0)
    adw_toast_dismiss (before);
  arrange (overlay, toast, button);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data_full (G_OBJECT (overlay), LAST_TOAST, g_object_ref (toast), g_object_unref);
  adw_toast_overlay_add_toast (overlay, toast);
}
