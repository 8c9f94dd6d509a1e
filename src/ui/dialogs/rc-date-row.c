/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-date-row"

#include "rc-date-row.h"
#include "rc-format.h"
#include <glib/gi18n-lib.h>

/**
 * RcDateRow:
 *
 * A field for a civil date: typed, as ISO 8601 or in the locale's way, or picked from a calendar. It knows between which
 * days the date may lie, both included, and says so.
 */

typedef enum
{
  PROP_DATE = 1,
  PROP_EARLIEST,
  PROP_LATEST
} RcDateRowProperty;
static GParamSpec *properties[PROP_LATEST + 1];

struct _RcDateRow
{
  RcFieldRow parent_instance;

  GtkEntry *text; /* (borrowed) template child */
  GtkMenuButton *calendar_button; /* (borrowed) template child */
  GtkCalendar *calendar; /* (borrowed) template child */

  RcDate date;
  RcDate earliest;
  RcDate latest;
  gboolean writing; /* the text is being set, not typed */
};

G_DEFINE_FINAL_TYPE (RcDateRow, rc_date_row, RC_TYPE_FIELD_ROW)

/* As the locale writes it, where that is read back as the same day. */
static char *
write_date (RcDate date)
{
  g_autofree char *text = rc_format_date (date);

  if (rc_format_read_date (text) == date)
    return g_steal_pointer (&text);
  return rc_date_to_iso (date);
}

static char *
describe_fault (RcDateRow *self)
{
  g_autofree char *earliest = rc_format_date_long (self->earliest);
  g_autofree char *latest = rc_format_date_long (self->latest);

  if (self->date == RC_DATE_NONE)
    return g_strdup (_ ("Enter a date, for example 2026-03-31."));
  /* What is to be recorded is of a later day than today. */
  if (self->earliest != RC_DATE_NONE && self->latest != RC_DATE_NONE && self->latest < self->earliest)
    return g_strdup_printf (_ ("The date is %s at the earliest. Check the date of this computer."), earliest);
  if (self->earliest != RC_DATE_NONE && self->date < self->earliest)
    return g_strdup_printf (_ ("The date is %s at the earliest."), earliest);
  if (self->latest != RC_DATE_NONE && self->date > self->latest)
    return g_strdup_printf (_ ("The date is %s at the latest."), latest);
  return NULL;
}

static void
show_fault (RcDateRow *self)
{
  g_autofree char *fault = describe_fault (self);

  rc_field_row_set_error (RC_FIELD_ROW (self), fault);
}

static void
show_in_calendar (RcDateRow *self)
{
  g_autoptr (GDateTime) day = NULL;
  int year, month, day_of_month;

  if (self->date == RC_DATE_NONE)
    return;
  rc_date_get_ymd (self->date, &year, &month, &day_of_month);
  day = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);
  gtk_calendar_select_day (self->calendar, day);
}

static void
take_date (RcDateRow *self, RcDate date)
{
  if (self->date == date)
    return;
  self->date = date;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}

static void
on_text_changed (RcDateRow *self)
{
  if (self->writing)
    return;
  take_date (self, rc_format_read_date (gtk_editable_get_text (GTK_EDITABLE (self->text))));
  if (rc_field_row_get_visited (RC_FIELD_ROW (self)))
    show_fault (self);
}

static void
on_left (RcDateRow *self)
{
  show_fault (self);
}

static void
on_calendar_shown (RcDateRow *self)
{
  show_in_calendar (self);
}

static void
on_day_selected (RcDateRow *self)
{
  g_autoptr (GDateTime) day = NULL;
  RcDate date;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->calendar)))
    return;
  day = gtk_calendar_get_date (self->calendar);
  date = rc_date_new (g_date_time_get_year (day), g_date_time_get_month (day),
                      g_date_time_get_day_of_month (day));
  if (date == self->date)
    return;
  rc_date_row_set_date (self, date);
  show_fault (self);
}

static void
rc_date_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RcDateRow *self = RC_DATE_ROW (object);

  switch ((RcDateRowProperty) id)
    {
    case PROP_DATE:
      g_value_set_uint (value, self->date);
      break;
    case PROP_EARLIEST:
      g_value_set_uint (value, self->earliest);
      break;
    case PROP_LATEST:
      g_value_set_uint (value, self->latest);
      break;
    }
}

static void
rc_date_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RcDateRow *self = RC_DATE_ROW (object);

  switch ((RcDateRowProperty) id)
    {
    case PROP_DATE:
      rc_date_row_set_date (self, g_value_get_uint (value));
      break;
    case PROP_EARLIEST:
      rc_date_row_set_range (self, g_value_get_uint (value), self->latest);
      break;
    case PROP_LATEST:
      rc_date_row_set_range (self, self->earliest, g_value_get_uint (value));
      break;
    }
}

static void
rc_date_row_class_init (RcDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rc_date_row_get_property;
  object_class->set_property = rc_date_row_set_property;
  properties[PROP_DATE] = g_param_spec_uint ("date", NULL, NULL, 0, G_MAXUINT, RC_DATE_NONE, flags);
  properties[PROP_EARLIEST] = g_param_spec_uint ("earliest", NULL, NULL, 0, G_MAXUINT, RC_DATE_NONE, flags);
  properties[PROP_LATEST] = g_param_spec_uint ("latest", NULL, NULL, 0, G_MAXUINT, RC_DATE_NONE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RcDateRow, text);
  gtk_widget_class_bind_template_child (widget_class, RcDateRow, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, RcDateRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
  gtk_widget_class_bind_template_callback (widget_class, on_calendar_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
}

static void
rc_date_row_init (RcDateRow *self)
{
  GtkWidget *toggle;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* A menu button does not hand its accessible name on to the part of it that has the keyboard. */
  toggle = gtk_widget_get_first_child (GTK_WIDGET (self->calendar_button));
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose from the calendar"), -1);
}

/**
 * rc_date_row_get_date:
 * @self: a row
 *
 * Returns: the date that stands in it, within the range or not; RC_DATE_NONE where it is none
 */
RcDate
rc_date_row_get_date (RcDateRow *self)
{
  g_return_val_if_fail (RC_IS_DATE_ROW (self), RC_DATE_NONE);
  return self->date;
}

/**
 * rc_date_row_set_date:
 * @self: a row
 * @date: a date; RC_DATE_NONE empties the field
 *
 * Writes @date into the field.
 */
void
rc_date_row_set_date (RcDateRow *self, RcDate date)
{
  g_autofree char *text = NULL;

  g_return_if_fail (RC_IS_DATE_ROW (self));
  text = date != RC_DATE_NONE ? write_date (date) : g_strdup ("");
  self->writing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  self->writing = FALSE;
  take_date (self, date);
}

/**
 * rc_date_row_set_range:
 * @self: a row
 * @earliest: the first day allowed; RC_DATE_NONE: any
 * @latest: the last day allowed; RC_DATE_NONE: any
 *
 * A date outside of it is shown as wrong, not changed.
 */
void
rc_date_row_set_range (RcDateRow *self, RcDate earliest, RcDate latest)
{
  g_return_if_fail (RC_IS_DATE_ROW (self));
  g_object_freeze_notify (G_OBJECT (self));
  if (self->earliest != earliest)
    {
      self->earliest = earliest;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EARLIEST]);
    }
  if (self->latest != latest)
    {
      self->latest = latest;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LATEST]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * rc_date_row_check:
 * @self: a row
 *
 * Returns: whether a date within the range stands in it; where not, the row says why and gets the keyboard
 */
gboolean
rc_date_row_check (RcDateRow *self)
{
  g_return_val_if_fail (RC_IS_DATE_ROW (self), FALSE);
  show_fault (self);
  if (rc_field_row_get_error (RC_FIELD_ROW (self)) == NULL)
    return TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  return FALSE;
}
