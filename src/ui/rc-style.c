/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-style"

#include "rc-style.h"

#include <adwaita.h>

#define LEAST_LINES_WIDE 24 /* times the height of a line */
#define LEAST_CHOICE 12 /* characters of what is chosen */

/*
 * The little that the program's look adds to the desktop's.
 */

/**
 * rc_style_load:
 * @display: where the windows are
 *
 * Adds the program's style sheet; once a display.
 */
void
rc_style_load (GdkDisplay *display)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/resellerconsole/ResellerConsole/ui/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/**
 * rc_style_choose_classes:
 * @plain: the style class that is there in any state
 * @state: a purchase authorization's state (PA-2)
 *
 * The colour is never alone: the words beside it name the state.
 *
 * Returns: (transfer full): style classes for what shows the state
 */
char **
rc_style_choose_classes (const char *plain, RcRequestState state)
{
  const char *colour = NULL;

  switch (state)
    {
    case RC_REQUEST_STATE_NONE:
    case RC_REQUEST_STATE_PENDING:
      break;
    case RC_REQUEST_STATE_OVERDUE:
      colour = "warning";
      break;
    case RC_REQUEST_STATE_SUSPENDED:
      colour = "error";
      break;
    }
  return g_strdupv ((char **) (const char *[]){ plain, colour, NULL });
}

/**
 * rc_style_choose_term_classes:
 * @plain: the style class that is there in any state
 * @state: where a membership stands (RN-1, RN-7)
 *
 * Returns: (transfer full): style classes for what shows the state
 */
char **
rc_style_choose_term_classes (const char *plain, RcTermState state)
{
  const char *colour = NULL;

  switch (state)
    {
    case RC_TERM_STATE_NONE:
    case RC_TERM_STATE_RUNNING:
    case RC_TERM_STATE_UPCOMING:
    case RC_TERM_STATE_MOVED:
      break;
    case RC_TERM_STATE_READY:
      colour = "accent";
      break;
    case RC_TERM_STATE_GRACE:
      colour = "warning";
      break;
    case RC_TERM_STATE_LAPSED:
      colour = "error";
      break;
    }
  return g_strdupv ((char **) (const char *[]){ plain, colour, NULL });
}

/* The title of a group, which libadwaita cuts where it is longer than its line. */
static gboolean
is_group_title (GtkWidget *widget)
{
  GtkWidget *group = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP);

  return group != NULL && gtk_widget_has_css_class (widget, "heading")
         && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)),
                       adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)))
                == 0;
}

static gboolean
is_window_title (GtkWidget *widget)
{
  return gtk_widget_has_css_class (widget, "title") && !gtk_label_get_wrap (GTK_LABEL (widget))
         && gtk_widget_get_ancestor (widget, ADW_TYPE_HEADER_BAR) != NULL;
}

static void
wrap_label (GtkLabel *label)
{
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
}

static gboolean
is_tab (GtkWidget *label)
{
  return g_strcmp0 (gtk_widget_get_css_name (gtk_widget_get_parent (label)), "tab") == 0;
}

/* The space at which @text is broken so that the longer of its two lines is shortest. (transfer none) (nullable) */
static const char *
find_break (const char *text)
{
  const char *found = NULL;
  glong n_chars = g_utf8_strlen (text, -1);
  glong least = n_chars;

  for (const char *space = strchr (text, ' '); space; space = strchr (space + 1, ' '))
    {
      glong first = g_utf8_strlen (text, space - text);
      glong longer = MAX (first, n_chars - first - 1);

      if (longer >= least)
        continue;
      least = longer;
      found = space;
    }
  return found;
}

static void
keep_together (PangoAttrList *attributes, gsize start, gsize end)
{
  PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

/* In two lines at most: a tab has the height of these, and all have room beside each other. */
static void
fit_tab (GtkLabel *label)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *text = gtk_label_get_text (label);
  const char *space = find_break (text);

  if (space == NULL)
    return;
  keep_together (attributes, 0, (gsize) (space - text));
  keep_together (attributes, (gsize) (space + 1 - text), strlen (text));
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
}

static void
fit_label (GtkLabel *label)
{
  GtkWidget *widget = GTK_WIDGET (label);
  gboolean is_of_button = GTK_IS_BUTTON (gtk_widget_get_parent (widget))
                          && gtk_label_get_ellipsize (label) == PANGO_ELLIPSIZE_NONE
                          && !gtk_label_get_single_line_mode (label);

  if (is_tab (widget))
    fit_tab (label);
  else if (is_group_title (widget) || GTK_IS_CHECK_BUTTON (gtk_widget_get_parent (widget)))
    wrap_label (label);
  else if (is_window_title (widget) || is_of_button)
    {
      wrap_label (label);
      gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
      gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
    }
  if (is_of_button)
    gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD);
}

/* What is chosen of a list takes the room that there is; the list itself has the whole of it. */
static void
shorten_labels (GtkWidget *root)
{
  if (GTK_IS_LABEL (root))
    {
      gtk_label_set_ellipsize (GTK_LABEL (root), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (root), LEAST_CHOICE);
    }
  else if (!GTK_IS_POPOVER (root))
    for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      shorten_labels (child);
}

/**
 * rc_style_fit_texts:
 * @root: a widget
 *
 * Lets the texts of the toolkit's own widgets beneath it find room with large text and in a narrow window: titles of groups
 * and of the window, buttons, and the choices beside a check mark go on in further lines; what a drop-down shows is shortened,
 * and the texts of tabs have two lines.
 */
void
rc_style_fit_texts (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));
  if (GTK_IS_DROP_DOWN (root))
    {
      shorten_labels (root);
      return;
    }
  if (GTK_IS_LABEL (root))
    fit_label (GTK_LABEL (root));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    rc_style_fit_texts (child);
}

/**
 * rc_style_is_narrow:
 * @widget: a widget
 * @width: px
 *
 * Returns: whether @width is too little for a title between two buttons, with the text of @widget
 */
gboolean
rc_style_is_narrow (GtkWidget *widget, int width)
{
  PangoFontMetrics *metrics;
  int line;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);
  metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  line = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  pango_font_metrics_unref (metrics);
  return width < LEAST_LINES_WIDE * line;
}

/**
 * rc_style_suggest:
 * @button: a button
 * @is_suggested: whether it does what is likely to be done next
 *
 * Sets it apart from the others, or not.
 */
void
rc_style_suggest (GtkWidget *button, gboolean is_suggested)
{
  g_return_if_fail (GTK_IS_WIDGET (button));
  if (is_suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}
