/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery.h"

#include <sqlite3.h>

/* Whether everything that is written in a window can be read: nothing is cut off, and, in the pseudo-locale, nothing is left
 * in English. What is data is neither: it is shortened where there is no room, and shown in full by its tooltip. */

#define TOLERANCE 1.5 /* px, of rounding */
#define LEAST_SHOWN 0.4 /* of a text: less cannot be guessed without its tooltip */
#define LONG_TEXT 40 /* characters: longer ones are data, of which the beginning is enough */
/* Names of the program, of keys, of what the scenes type and import, and what libadwaita says in English alone. */
#define OTHER_WORDS                                                                                                  \
  "Reseller Console VIP Select Ctrl Shift Alt Left Return Delete Menu UTF Show Text Password Brazil Italy "          \
  "France Denmark Poland United States Łódź Urząd Miasta Lodz Urzad Łódzkie Piotrkowska Fundação Hermínio " \
  "Ometto Fundacao Herminio name domain alpha_two_code state-province country web_page"
#define SHORTEST_WORD 3 /* letters: fewer are units and abbreviations */

static gboolean
has_tooltip (GtkWidget *widget)
{
  for (; widget; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      return TRUE;
  return FALSE;
}

static gboolean
is_in (GtkWidget *widget, GType type)
{
  return gtk_widget_get_ancestor (widget, type) != NULL;
}

static void
add_fault (GString *faults, GtkWidget *widget, const char *text, const char *what)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  GtkWidget *grandparent = parent ? gtk_widget_get_parent (parent) : NULL;

  g_string_append_printf (faults, "“%s” %s (%s in %s in %s)\n", text, what, G_OBJECT_TYPE_NAME (widget),
                          parent ? G_OBJECT_TYPE_NAME (parent) : "nothing",
                          grandparent ? G_OBJECT_TYPE_NAME (grandparent) : "nothing");
}

/* Columns scroll sideways with their headers, and what is scrolled up or down is reached by scrolling. */
static gboolean
is_beside (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (is_in (widget, GTK_TYPE_COLUMN_VIEW) || !gtk_widget_compute_bounds (widget, root, &bounds))
    return FALSE;
  return bounds.origin.x < -TOLERANCE
         || bounds.origin.x + bounds.size.width > (float) gtk_widget_get_width (root) + TOLERANCE;
}

/* The share of a label's text that there is room for. */
static double
get_shown_share (GtkLabel *label)
{
  g_autoptr (PangoLayout) whole = pango_layout_copy (gtk_label_get_layout (label));
  int shown, needed;

  pango_layout_get_pixel_size (whole, &shown, NULL);
  pango_layout_set_ellipsize (whole, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_width (whole, -1);
  pango_layout_get_pixel_size (whole, &needed, NULL);
  return needed > 0 ? (double) shown / needed : 1;
}

/* The buttons beside it tell what a window is for, when there is no room for its title. */
static gboolean
is_title (GtkWidget *label)
{
  return is_in (label, ADW_TYPE_HEADER_BAR) && !is_in (label, GTK_TYPE_BUTTON);
}

static guint
check_room (GtkLabel *label, GString *faults)
{
  GtkWidget *widget = GTK_WIDGET (label);
  PangoLayout *layout = gtk_label_get_layout (label);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout) && !has_tooltip (widget))
    add_fault (faults, widget, gtk_label_get_text (label), "is shortened, and no tooltip has the rest");
  else if (pango_layout_is_ellipsized (layout) && !is_title (widget) && get_shown_share (label) < LEAST_SHOWN
           && g_utf8_strlen (gtk_label_get_text (label), -1) < LONG_TEXT)
    add_fault (faults, widget, gtk_label_get_text (label), "is shortened too much");
  else if (height > gtk_widget_get_height (widget) + TOLERANCE
           || width > gtk_widget_get_width (widget) + TOLERANCE)
    add_fault (faults, widget, gtk_label_get_text (label),
               height > gtk_widget_get_height (widget) + TOLERANCE ? "is cut off below"
                                                                   : "is cut off at its side");
  else if (is_beside (widget))
    add_fault (faults, widget, gtk_label_get_text (label), "is beside the window");
  else
    return 0;
  return 1;
}

static gboolean
is_data (const char *word, GHashTable *data_words)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  return g_utf8_strlen (word, -1) < SHORTEST_WORD || g_hash_table_contains (data_words, folded);
}

/* The words of a text, of letters only. (transfer full) */
static char **
split_words (const char *text)
{
  g_autoptr (GRegex) others = g_regex_new ("[^\\p{L}]+", G_REGEX_DEFAULT, 0, NULL);

  return g_regex_split (others, text, 0);
}

static guint
check_translated (GtkWidget *widget, const char *text, GHashTable *data_words, GString *faults)
{
  g_auto (GStrv) words = NULL;

  if (!text || strpbrk (text, "[/@"))
    return 0; /* in brackets, a path or an address */
  words = split_words (text);
  for (char **word = words; *word; word++)
    if (!is_data (*word, data_words))
      {
        add_fault (faults, widget, text, "is not translated");
        return 1;
      }
  return 0;
}

static const char *
get_placeholder (GtkWidget *widget)
{
  if (GTK_IS_ENTRY (widget))
    return gtk_entry_get_placeholder_text (GTK_ENTRY (widget));
  return GTK_IS_TEXT (widget) ? gtk_text_get_placeholder_text (GTK_TEXT (widget)) : NULL;
}

/* What GTK itself writes is not ours to translate. */
static gboolean
is_toolkit (GtkWidget *widget)
{
  return GTK_IS_CALENDAR (widget) || GTK_IS_PASSWORD_ENTRY (widget) || GTK_IS_WINDOW_CONTROLS (widget)
         || ADW_IS_ABOUT_WINDOW (widget);
}

/* Checks what is mapped beneath @root, and adds a line for each fault to @faults. With @data_words, the words of the
 * workspace, nothing else may be without the brackets of the pseudo-locale. Returns how many faults there are. */
guint
fit_check (GtkWidget *root, GHashTable *data_words, GString *faults)
{
  guint n_faults = 0;

  if (!gtk_widget_get_mapped (root) || is_toolkit (root))
    return 0;
  if (GTK_IS_LABEL (root) && *gtk_label_get_text (GTK_LABEL (root)))
    {
      n_faults += check_room (GTK_LABEL (root), faults);
      if (data_words)
        n_faults += check_translated (root, gtk_label_get_text (GTK_LABEL (root)), data_words, faults);
    }
  if (data_words)
    n_faults += check_translated (root, gtk_widget_get_tooltip_text (root), data_words, faults)
                + check_translated (root, get_placeholder (root), data_words, faults);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    n_faults += fit_check (child, data_words, faults);
  return n_faults;
}

/* The child that needs most of the width of its parent. (transfer none) (nullable) */
static GtkWidget *
find_widest (GtkWidget *parent, int *needed)
{
  GtkWidget *widest = NULL;

  *needed = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child;
       child = gtk_widget_get_next_sibling (child))
    {
      int least;

      if (!gtk_widget_get_mapped (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      if (least <= *needed)
        continue;
      *needed = least;
      widest = child;
    }
  return widest;
}

/* Checks that @window has no more than @width px, however narrow a user makes it: GTK gives it what its contents need.
 * Adds a line with the way to what needs most to @faults. Returns how many faults there are. */
guint
fit_check_width (GtkWindow *window, int width, GString *faults)
{
  int needed;

  if (gtk_widget_get_width (GTK_WIDGET (window)) <= width)
    return 0;
  g_string_append_printf (faults, "The window needs %d px:", gtk_widget_get_width (GTK_WIDGET (window)));
  for (GtkWidget *at = find_widest (GTK_WIDGET (window), &needed); at; at = find_widest (at, &needed))
    g_string_append_printf (faults, " %s %d", G_OBJECT_TYPE_NAME (at), needed);
  g_string_append_c (faults, '\n');
  return 1;
}

static void
add_words (GHashTable *words, const char *text)
{
  g_auto (GStrv) parts = split_words (text ? text : "");

  for (char **part = parts; *part; part++)
    g_hash_table_add (words, g_utf8_casefold (*part, -1));
}

/* What a column of a closed set holds is a key, which is never shown as it is. */
static gboolean
has_keys (const char *column)
{
  static const char *const columns[] = { "segment",      "offer_type",        "status",  "role", "kind",
                                         "licence_kind", "invitation_status", "language" };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (column, columns[i]))
      return TRUE;
  return FALSE;
}

static void
read_table (sqlite3 *database, const char *table, GHashTable *words)
{
  g_autofree char *sql = g_strconcat ("SELECT * FROM ", table, NULL);
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      if (sqlite3_column_type (statement, i) == SQLITE_TEXT && !has_keys (sqlite3_column_name (statement, i)))
        add_words (words, (const char *) sqlite3_column_text (statement, i));
  sqlite3_finalize (statement);
}

/* The words that stand in a workspace, and the names of months and keys. (transfer full) */
GHashTable *
fit_read_words (const char *workspace_path)
{
  static const char *const tables[] = { "customers", "contacts", "products",        "members",
                                        "orders",    "messages", "reseller_changes" };
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open_v2 (workspace_path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    read_table (database, tables[i], words);
  sqlite3_close (database);
  add_words (words, OTHER_WORDS);
  for (int month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) date = g_date_time_new_utc (2026, month, 1, 0, 0, 0);
      g_autofree char *names = g_date_time_format (date, "%B %b");

      add_words (words, names);
    }
  return words;
}
