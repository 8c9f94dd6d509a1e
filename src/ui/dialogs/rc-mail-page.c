/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-mail-page"

#include "rc-mail-page.h"

#include "rc-enum-types.h"
#include "rc-format.h"
#include "rc-message-template.h"

#include <glib/gi18n-lib.h>

/**
 * RcMailPage:
 *
 * How this desk sends mail (MS-2): the server, the account, the sender, and what becomes of the mails that a date brings
 * (MS-1). What is typed holds when it is applied, tried or left. The password goes to the keyring only.
 */

static void test (RcMailPage *self);

struct _RcMailPage
{
  AdwPreferencesPage parent_instance;

  GtkEditable *host_row; /* (borrowed) template child */
  AdwComboRow *security_row; /* (borrowed) template child */
  GtkEditable *port_row; /* (borrowed) template child */
  GtkEditable *user_row; /* (borrowed) template child */
  GtkEditable *password_row; /* (borrowed) template child */
  GtkEditable *name_row; /* (borrowed) template child */
  GtkEditable *email_row; /* (borrowed) template child */
  AdwActionRow *test_row; /* (borrowed) template child */
  GtkImage *outcome_icon; /* (borrowed) template child */
  AdwActionRow *active_row; /* (borrowed) template child */
  GtkSwitch *active_switch; /* (borrowed) template child */
  AdwComboRow *dated_row; /* (borrowed) template child */
  AdwActionRow *texts_row; /* (borrowed) template child */

  RcMailAccount *account; /* (owned) */
  RcWorkspace *workspace; /* (owned) (nullable) until set */
  GCancellable *cancellable; /* (owned) */
  gboolean filling; /* what changes in the rows is not the user's doing */
  gboolean test_next; /* as soon as the password is saved */
};

G_DEFINE_FINAL_TYPE (RcMailPage, rc_mail_page, ADW_TYPE_PREFERENCES_PAGE)

static GSettings *
get_settings (RcMailPage *self)
{
  return rc_mail_account_get_settings (self->account);
}

/* @icon_name: (nullable) */
static void
show_outcome (RcMailPage *self, const char *text, const char *icon_name)
{
  adw_action_row_set_subtitle (self->test_row, text);
  gtk_image_set_from_icon_name (self->outcome_icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome_icon), icon_name != NULL);
}

static void
show_problem (RcMailPage *self, const char *text)
{
  show_outcome (self, text, "dialog-warning-symbolic");
}

static void
fill_text (RcMailPage *self, GtkEditable *row, const char *key)
{
  g_autofree char *value = g_settings_get_string (get_settings (self), key);

  gtk_editable_set_text (row, value);
}

static void
fill (RcMailPage *self)
{
  g_autoptr (RcMailServer) server = rc_mail_account_dup_server (self->account);
  g_autofree char *port = g_strdup_printf ("%d", server->port);

  self->filling = TRUE;
  fill_text (self, self->host_row, "mail-host");
  fill_text (self, self->user_row, "mail-user");
  fill_text (self, self->name_row, "mail-sender-name");
  fill_text (self, self->email_row, "mail-sender-email");
  gtk_editable_set_text (self->port_row, port);
  adw_combo_row_set_selected (self->security_row, server->security);
  adw_combo_row_set_selected (self->dated_row, rc_mail_account_get_dated (self->account));
  gtk_switch_set_active (self->active_switch, rc_mail_account_is_active (self->account));
  self->filling = FALSE;
}

static void
fill_texts (RcMailPage *self)
{
  guint n_used = 0;
  g_autofree char *folder = rc_message_template_get_folder ();
  g_autoptr (GPtrArray) faults = rc_message_template_list_own (&n_used);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u text of yours is used.", "%u texts of yours are used.", n_used),
                          n_used);
  for (guint i = 0; i < faults->len; i++)
    /* Translators: a file's name and what is wrong with it, such as “en/invitation.txt: The file is not UTF-8 text.” */
    g_string_append_printf (text, _ ("\nNot used: %s"), (const char *) g_ptr_array_index (faults, i));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->texts_row), folder);
  adw_action_row_set_subtitle (self->texts_row, text->str);
}

static void
set_text (RcMailPage *self, const char *key, GtkEditable *row)
{
  g_autofree char *value = g_strstrip (g_strdup (gtk_editable_get_text (row)));
  g_autofree char *old = g_settings_get_string (get_settings (self), key);

  if (!g_str_equal (old, value))
    g_settings_set_string (get_settings (self), key, value);
}

static gboolean
set_port (RcMailPage *self)
{
  guint64 port = 0;

  if (!g_ascii_string_to_unsigned (gtk_editable_get_text (self->port_row), 10, 1, G_MAXUINT16, &port, NULL))
    {
      show_problem (self, _ ("Enter a port from 1 to 65535."));
      return FALSE;
    }
  if (g_settings_get_uint (get_settings (self), "mail-port") != port)
    g_settings_set_uint (get_settings (self), "mail-port", (guint) port);
  return TRUE;
}

static void
on_password_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcMailPage) self = user_data;
  RcPasswordKept kept;

  if (!rc_password_store_save_finish (result, &kept, NULL))
    return;
  rc_mail_account_tell_password (self->account);
  gtk_editable_set_text (self->password_row, "");
  show_outcome (self,
                kept == RC_PASSWORD_KEPT
                    ? _ ("The password is in the keyring.")
                    : _ ("There is no keyring. The password is kept until the program ends."),
                NULL);
  if (self->test_next)
    test (self);
}

/* FALSE where there is something to put right first. */
static gboolean
save_texts (RcMailPage *self)
{
  set_text (self, "mail-host", self->host_row);
  set_text (self, "mail-user", self->user_row);
  set_text (self, "mail-sender-name", self->name_row);
  set_text (self, "mail-sender-email", self->email_row);
  return set_port (self);
}

/* Whether there was one to save: then what is to come comes after it. */
static gboolean
save_password (RcMailPage *self)
{
  g_autoptr (RcMailServer) server = rc_mail_account_dup_server (self->account);
  const char *password = gtk_editable_get_text (self->password_row);

  if (password[0] == '\0' || server->host == NULL || server->user == NULL)
    return FALSE;
  rc_password_store_save_async (server->host, server->user, password, self->cancellable, on_password_saved,
                                g_object_ref (self));
  return TRUE;
}

static void
on_applied (RcMailPage *self)
{
  if (!self->filling && save_texts (self))
    save_password (self);
}

static void
on_tested (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcMailPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean sent = rc_mail_account_test_finish (RC_MAIL_ACCOUNT (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mail.test", TRUE);
  if (sent)
    show_outcome (self, _ ("The mail server took the message. Look whether it arrives."),
                  "object-select-symbolic");
  else
    show_problem (self, error->message);
}

static void
test (RcMailPage *self)
{
  self->test_next = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mail.test", FALSE);
  show_outcome (self, _ ("Sending…"), NULL);
  rc_mail_account_test_async (self->account, self->cancellable, on_tested, g_object_ref (self));
}

static void
on_test_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcMailPage *self = RC_MAIL_PAGE (widget);

  if (!save_texts (self))
    return;
  self->test_next = TRUE;
  if (!save_password (self))
    test (self);
}

/* The usual port follows the security, one's own stays. */
static void
on_security_chosen (RcMailPage *self)
{
  RcMailSecurity security = (RcMailSecurity) adw_combo_row_get_selected (self->security_row);
  g_autofree char *usual = g_strdup_printf ("%d", rc_mail_server_usual_port (security));
  int port = (int) g_ascii_strtoll (gtk_editable_get_text (self->port_row), NULL, 10);

  if (self->filling)
    return;
  for (int i = RC_MAIL_SECURITY_TLS; i <= RC_MAIL_SECURITY_NONE; i++)
    if (port == rc_mail_server_usual_port ((RcMailSecurity) i))
      {
        gtk_editable_set_text (self->port_row, usual);
        break;
      }
  g_settings_set_string (get_settings (self), "mail-security",
                         rc_enum_to_nick (RC_TYPE_MAIL_SECURITY, (int) security));
  save_texts (self);
}

static void
on_dated_chosen (RcMailPage *self)
{
  if (!self->filling)
    g_settings_set_string (
        get_settings (self), "dated-messages",
        rc_enum_to_nick (RC_TYPE_DATED_MESSAGES, (int) adw_combo_row_get_selected (self->dated_row)));
}

/* It is not switched on before a server could be asked. */
static void
on_active_switched (RcMailPage *self)
{
  gboolean active = gtk_switch_get_active (self->active_switch);
  g_autoptr (RcMailServer) server = NULL;
  g_autoptr (GError) error = NULL;

  if (self->filling)
    return;
  if (active && save_texts (self))
    save_password (self);
  server = rc_mail_account_dup_server (self->account);
  if (active && !rc_mail_server_validate (server, &error))
    {
      show_problem (self, error->message);
      gtk_switch_set_active (self->active_switch, FALSE);
      return;
    }
  g_settings_set_boolean (get_settings (self), "mail-active", active);
}

/* So that nobody is surprised by what goes out at once. */
static void
show_waiting (RcMailPage *self)
{
  guint64 n_waiting = 0;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  g_object_get (self->workspace, "waiting-messages", &n_waiting, NULL);
  number = rc_format_number ((gint64) n_waiting);
  if (rc_workspace_is_sample (self->workspace))
    text = g_strdup (_ ("Those of the sample workspace are never sent."));
  else if (n_waiting > 0 && !gtk_switch_get_active (self->active_switch))
    text = g_strdup_printf (ngettext ("%s message waits. It is sent as soon as this is on.",
                                      "%s messages wait. They are sent as soon as this is on.",
                                      (gulong) n_waiting),
                            number);
  else
    text = g_strdup (_ ("Otherwise they wait to be opened in the mail program or saved."));
  adw_action_row_set_subtitle (self->active_row, text);
}

/* What is inside of libadwaita's rows takes their names only from libadwaita 1.3 on. */
static void
name_inside (GtkWidget *widget, const char *name)
{
  if (GTK_IS_TEXT (widget) || GTK_IS_LIST_VIEW (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_inside (child, name);
}

static void
name_row (gpointer row)
{
  g_auto (GStrv) parts = g_strsplit (adw_preferences_row_get_title (row), "_", -1);
  g_autofree char *name = g_strjoinv ("", parts);

  name_inside (row, name);
}

static void
name_rows (RcMailPage *self)
{
  name_row (self->host_row);
  name_row (self->security_row);
  name_row (self->port_row);
  name_row (self->user_row);
  name_row (self->password_row);
  name_row (self->name_row);
  name_row (self->email_row);
  name_row (self->dated_row);
}

static void
rc_mail_page_unmap (GtkWidget *widget)
{
  RcMailPage *self = RC_MAIL_PAGE (widget);

  on_applied (self);
  GTK_WIDGET_CLASS (rc_mail_page_parent_class)->unmap (widget);
}

static void
rc_mail_page_dispose (GObject *object)
{
  RcMailPage *self = RC_MAIL_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (rc_mail_page_parent_class)->dispose (object);
}

static void
rc_mail_page_finalize (GObject *object)
{
  RcMailPage *self = RC_MAIL_PAGE (object);

  g_clear_object (&self->account);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (rc_mail_page_parent_class)->finalize (object);
}

static void
rc_mail_page_class_init (RcMailPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_mail_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = rc_mail_page_finalize;
  widget_class->unmap = rc_mail_page_unmap;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-mail-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RcMailPage, host_row);
  gtk_widget_class_bind_template_child (widget_class, RcMailPage, security_row);
  gtk_widget_class_bind_template_child (widget_class, RcMailPage, port_row);
  gtk_widget_class_bind_template_child (widget_class, RcMailPage, user_row);
  gtk_widget_class_bind_template_child (widget_class, RcMailPage, password_row);
  gtk_widget_class_bind_template_child (widget_class, RcMailPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, RcMailPage, email_row);
  gtk_widget_class_bind_template_child (widget_class, RcMailPage, test_row);
  gtk_widget_class_bind_template_child (widget_class, RcMailPage, outcome_icon);
  gtk_widget_class_bind_template_child (widget_class, RcMailPage, active_row);
  gtk_widget_class_bind_template_child (widget_class, RcMailPage, active_switch);
  gtk_widget_class_bind_template_child (widget_class, RcMailPage, dated_row);
  gtk_widget_class_bind_template_child (widget_class, RcMailPage, texts_row);
  gtk_widget_class_bind_template_callback (widget_class, on_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_security_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_dated_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_active_switched);
  gtk_widget_class_install_action (widget_class, "mail.test", NULL, on_test_action);
}

static void
rc_mail_page_init (RcMailPage *self)
{
  self->filling = TRUE;
  self->cancellable = g_cancellable_new ();
  self->account = rc_mail_account_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  name_rows (self);
  fill (self);
  fill_texts (self);
}

/**
 * rc_mail_page_set_workspace:
 * @workspace: whose messages wait; set once
 */
void
rc_mail_page_set_workspace (RcMailPage *self, RcWorkspace *workspace)
{
  g_return_if_fail (RC_IS_MAIL_PAGE (self) && self->workspace == NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::waiting-messages", G_CALLBACK (show_waiting), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->active_switch, "notify::active", G_CALLBACK (show_waiting), self,
                           G_CONNECT_SWAPPED);
  show_waiting (self);
}
