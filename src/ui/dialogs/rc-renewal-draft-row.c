/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-renewal-draft-row"

#include "rc-renewal-draft-row.h"
#include <glib/gi18n-lib.h>

/**
 * RcRenewalDraftRow:
 *
 * One of many renewal orders in a list that makes rows only for what is on screen: a tick, whose, what, its number, and
 * what is to be said about it. It follows whichever draft it is given.
 */

typedef enum
{
  PROP_DRAFT = 1
} RcRenewalDraftRowProperty;
static GParamSpec *properties[PROP_DRAFT + 1];

struct _RcRenewalDraftRow
{
  GtkBox parent_instance;

  GtkCheckButton *tick; /* (borrowed) template child */
  GtkLabel *name_label; /* (borrowed) template child */
  GtkLabel *lines_label; /* (borrowed) template child */
  GtkWidget *note; /* (borrowed) template child */
  GtkImage *note_icon; /* (borrowed) template child */
  GtkLabel *note_label; /* (borrowed) template child */
  GtkEditable *number; /* (borrowed) template child */

  RcRenewalDraft *draft; /* (owned) (nullable) */
  GBindingGroup *bindings; /* (owned) */
  GSignalGroup *signals; /* (owned) */
};

G_DEFINE_FINAL_TYPE (RcRenewalDraftRow, rc_renewal_draft_row, GTK_TYPE_BOX)

static void
set_class (GtkWidget *widget, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static const char *
choose_icon (gboolean is_wrong, gboolean is_done)
{
  if (is_wrong)
    return "dialog-error-symbolic";
  return is_done ? "object-select-symbolic" : "dialog-information-symbolic";
}

static void
show_note (RcRenewalDraftRow *self)
{
  const char *note = self->draft ? rc_renewal_draft_get_note (self->draft) : "";
  RcRenewalDraftState state =
      self->draft ? rc_renewal_draft_get_state (self->draft) : RC_RENEWAL_DRAFT_STATE_OPEN;
  gboolean has_fault = self->draft && rc_renewal_draft_has_fault (self->draft);
  gboolean is_wrong =
      has_fault || state == RC_RENEWAL_DRAFT_STATE_FAILED || state == RC_RENEWAL_DRAFT_STATE_REFUSED;
  gboolean is_done = state == RC_RENEWAL_DRAFT_STATE_DONE;

  gtk_label_set_label (self->note_label, note);
  gtk_widget_set_visible (self->note, *note != '\0');
  gtk_image_set_from_icon_name (self->note_icon, choose_icon (is_wrong, is_done));
  set_class (self->note, "error", is_wrong);
  set_class (self->note, "success", is_done);
  gtk_accessible_update_state (GTK_ACCESSIBLE (gtk_editable_get_delegate (self->number)),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               has_fault ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* The customer's name tells each control from those of the other rows. */
static void
name_parts (RcRenewalDraftRow *self)
{
  const char *name = gtk_label_get_label (self->name_label);
  /* Translators: %s is a customer's name */
  g_autofree char *number = g_strdup_printf (_ ("Order number for %s"), name);
  GtkAccessible *text = GTK_ACCESSIBLE (gtk_editable_get_delegate (self->number));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->number), GTK_ACCESSIBLE_PROPERTY_LABEL, number, -1);
  gtk_accessible_update_property (text, GTK_ACCESSIBLE_PROPERTY_LABEL, number, -1);
  gtk_accessible_update_relation (text, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->note_label, NULL, -1);
}

static void
show_lines (RcRenewalDraftRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->lines_label), *gtk_label_get_label (self->lines_label) != '\0');
}

static void
set_draft (RcRenewalDraftRow *self, RcRenewalDraft *draft)
{
  if (!g_set_object (&self->draft, draft))
    return;
  g_binding_group_set_source (self->bindings, draft);
  g_signal_group_set_target (self->signals, draft);
  show_note (self);
  show_lines (self);
  name_parts (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT]);
}

static void
rc_renewal_draft_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch ((RcRenewalDraftRowProperty) property_id)
    {
    case PROP_DRAFT:
      g_value_set_object (value, RC_RENEWAL_DRAFT_ROW (object)->draft);
      break;
    }
}

static void
rc_renewal_draft_row_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  switch ((RcRenewalDraftRowProperty) property_id)
    {
    case PROP_DRAFT:
      set_draft (RC_RENEWAL_DRAFT_ROW (object), g_value_get_object (value));
      break;
    }
}

static void
rc_renewal_draft_row_dispose (GObject *object)
{
  RcRenewalDraftRow *self = RC_RENEWAL_DRAFT_ROW (object);

  g_clear_object (&self->bindings);
  g_clear_object (&self->signals);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (rc_renewal_draft_row_parent_class)->dispose (object);
}

static void
rc_renewal_draft_row_class_init (RcRenewalDraftRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rc_renewal_draft_row_get_property;
  object_class->set_property = rc_renewal_draft_row_set_property;
  object_class->dispose = rc_renewal_draft_row_dispose;
  properties[PROP_DRAFT] =
      g_param_spec_object ("draft", NULL, NULL, RC_TYPE_RENEWAL_DRAFT,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-renewal-draft-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RcRenewalDraftRow, tick);
  gtk_widget_class_bind_template_child (widget_class, RcRenewalDraftRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, RcRenewalDraftRow, lines_label);
  gtk_widget_class_bind_template_child (widget_class, RcRenewalDraftRow, note);
  gtk_widget_class_bind_template_child (widget_class, RcRenewalDraftRow, note_icon);
  gtk_widget_class_bind_template_child (widget_class, RcRenewalDraftRow, note_label);
  gtk_widget_class_bind_template_child (widget_class, RcRenewalDraftRow, number);
}

static void
rc_renewal_draft_row_init (RcRenewalDraftRow *self)
{
  const GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "name", self->name_label, "label", G_BINDING_SYNC_CREATE);
  g_binding_group_bind (self->bindings, "lines", self->lines_label, "label", G_BINDING_SYNC_CREATE);
  g_binding_group_bind (self->bindings, "ticked", self->tick, "active", both);
  g_binding_group_bind (self->bindings, "number", self->number, "text", both);
  g_binding_group_bind (self->bindings, "can-edit", self->tick, "sensitive", G_BINDING_SYNC_CREATE);
  g_binding_group_bind (self->bindings, "can-edit", self->number, "sensitive", G_BINDING_SYNC_CREATE);
  self->signals = g_signal_group_new (RC_TYPE_RENEWAL_DRAFT);
  g_signal_group_connect_swapped (self->signals, "notify::note", G_CALLBACK (show_note), self);
}
