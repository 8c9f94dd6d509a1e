/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-message-template.h"

#include "rc-enum-types.h"
#include "rc-language.h"
#include "rc-mail-resources.h"
#include "rc-message-composer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Finds the text of a message: the program's, and a reseller's own that takes its place. It fills nothing in. */

#define TEMPLATES "/org/resellerconsole/ResellerConsole/mail"
#define SUBJECT_PREFIX "Subject: "
#define FALLBACK_LANGUAGE "en"
#define LARGEST_TEMPLATE (64 * 1024)

static GBytes *
find_template (RcMessageKind kind, const char *language)
{
  g_autofree char *path =
      g_strdup_printf (TEMPLATES "/%s/%s.txt", language, rc_enum_to_nick (RC_TYPE_MESSAGE_KIND, (int) kind));

  /* Named so that it is linked; looked up among all resources, so that overlays count. */
  g_return_val_if_fail (rc_mail_resources_get_resource () != NULL, NULL);
  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/**
 * rc_message_template_load:
 * @kind: which message
 * @language: in which language; one without a text gets English
 * @error: RC_MAIL_ERROR_NO_TEMPLATE
 *
 * Returns: (transfer full) (nullable): the program's text
 */
char *
rc_message_template_load (RcMessageKind kind, const char *language, GError **error)
{
  g_autoptr (GBytes) bytes = find_template (kind, language);
  gsize size = 0;
  const char *text;

  if (bytes == NULL)
    bytes = find_template (kind, FALLBACK_LANGUAGE);
  if (bytes == NULL)
    {
      g_set_error (error, RC_MAIL_ERROR, RC_MAIL_ERROR_NO_TEMPLATE,
                   /* Translators: the placeholder is the kind of a message, such as products-added */
                   _ ("There is no text for messages of the kind “%s”."),
                   rc_enum_to_nick (RC_TYPE_MESSAGE_KIND, (int) kind));
      return NULL;
    }
  text = g_bytes_get_data (bytes, &size);
  return g_strndup (text, size);
}

/**
 * rc_message_template_read_placeholder:
 * @text: text that begins with a brace
 *
 * Returns: (transfer full) (nullable): the name of the "{name}" that begins here; %NULL where the brace stands for itself
 */
char *
rc_message_template_read_placeholder (const char *text)
{
  gsize length = strspn (text + 1, "abcdefghijklmnopqrstuvwxyz_");

  if (length == 0 || text[1 + length] != '}')
    return NULL;
  return g_strndup (text + 1, length);
}

/* What the program has a value for is what its own text uses, and who writes to whom. */
static gboolean
has_value (const char *built_in, const char *name)
{
  static const char *const ALWAYS[] = { "organization", "vip_id", NULL };
  g_autofree char *placeholder = g_strdup_printf ("{%s}", name);

  return g_strv_contains (ALWAYS, name) || strstr (built_in, placeholder) != NULL;
}

static gboolean
check_own (const char *text, gsize size, const char *built_in, GError **error)
{
  if (!g_utf8_validate (text, (gssize) size, NULL))
    {
      g_set_error_literal (error, RC_MAIL_ERROR, RC_MAIL_ERROR_TEMPLATE, _ ("The file is not UTF-8 text."));
      return FALSE;
    }
  if (!g_str_has_prefix (text, SUBJECT_PREFIX) || strstr (text, "\n\n") == NULL)
    {
      g_set_error_literal (error, RC_MAIL_ERROR, RC_MAIL_ERROR_TEMPLATE,
                           _ ("It must begin with “Subject: ”, followed by an empty line and the text."));
      return FALSE;
    }
  for (const char *at = strchr (text, '{'); at != NULL; at = strchr (at + 1, '{'))
    {
      g_autofree char *name = rc_message_template_read_placeholder (at);

      if (name == NULL || has_value (built_in, name))
        continue;
      g_set_error (error, RC_MAIL_ERROR, RC_MAIL_ERROR_VALUE,
                   /* Translators: the placeholder is a technical name, such as anniversary_date */
                   _ ("Nothing is known for “{%s}” in this message."), name);
      return FALSE;
    }
  return TRUE;
}

static char *
drop_carriage_returns (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (*from != '\r')
      *to++ = *from;
  *to = '\0';
  return text;
}

static char *
make_path (RcMessageKind kind, const char *language)
{
  g_autofree char *folder = rc_message_template_get_folder ();
  g_autofree char *name = g_strconcat (rc_enum_to_nick (RC_TYPE_MESSAGE_KIND, (int) kind), ".txt", NULL);

  return g_build_filename (folder, language, name, NULL);
}

/* As much of it as is looked at; less than there is room for in @buffer, but for a fault. */
static gssize
read_start (int file, char *buffer, gsize size)
{
  gsize length = 0;

  while (length < size)
    {
      gssize n = read (file, buffer + length, size - length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return -1;
      if (n == 0)
        break;
      length += (gsize) n;
    }
  return (gssize) length;
}

static void
set_file_error (const char *path, GError **error)
{
  int code = errno;
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), _ ("“%s” could not be read: %s"),
               name, g_strerror (code));
}

/* What lies at @path may be anything: a pipe that nobody writes to, a device without an end, a file of gigabytes. None
 * of them is waited for or read whole. Leaves @text %NULL where there is nothing. */
static gboolean
read_text (const char *path, char **text, GError **error)
{
  g_autofree char *buffer = NULL;
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  struct stat status;
  gssize length;

  if (file < 0 && (errno == ENOENT || errno == ENOTDIR))
    return TRUE;
  if (file < 0)
    {
      set_file_error (path, error);
      return FALSE;
    }
  buffer = g_malloc0 (LARGEST_TEMPLATE + 2);
  length = fstat (file, &status) < 0       ? -1
           : S_ISREG (status.st_mode) != 0 ? read_start (file, buffer, LARGEST_TEMPLATE + 1)
                                           : 0;
  if (length < 0)
    set_file_error (path, error);
  else if (length == 0 || length > LARGEST_TEMPLATE || strlen (buffer) != (gsize) length)
    g_set_error_literal (error, RC_MAIL_ERROR, RC_MAIL_ERROR_TEMPLATE, _ ("It is too long, or no text."));
  else
    *text = g_steal_pointer (&buffer);
  close (file);
  return *text != NULL;
}

/**
 * rc_message_template_load_own:
 * @kind: which message
 * @language: in which language
 * @error: RC_MAIL_ERROR_TEMPLATE, RC_MAIL_ERROR_VALUE: what is wrong with it; a GFileError
 *
 * Returns: (transfer full) (nullable): the reseller's own text; %NULL without an error: there is none
 */
char *
rc_message_template_load_own (RcMessageKind kind, const char *language, GError **error)
{
  g_autofree char *path = make_path (kind, language);
  g_autofree char *text = NULL;
  g_autofree char *built_in = NULL;

  if (!read_text (path, &text, error) || text == NULL)
    return NULL;
  built_in = rc_message_template_load (kind, language, error);
  if (built_in == NULL)
    return NULL;
  drop_carriage_returns (text);
  return check_own (text, strlen (text), built_in, error) ? g_steal_pointer (&text) : NULL;
}

/**
 * rc_message_template_get_folder:
 *
 * Returns: (transfer full): where a reseller's own texts lie, each in the folder of its language
 */
char *
rc_message_template_get_folder (void)
{
  return g_build_filename (g_get_user_config_dir (), "reseller-console", "mail", NULL);
}

/**
 * rc_message_template_list_own:
 * @n_used: (out): how many own texts are used
 *
 * Reads all that there are, so that a fault is found before a message is written without it.
 *
 * Returns: (transfer full) (element-type utf8): for each one that is not used, its name and what is wrong with it
 */
GPtrArray *
rc_message_template_list_own (guint *n_used)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GEnumClass) kinds = g_type_class_ref (RC_TYPE_MESSAGE_KIND);

  *n_used = 0;
  for (const char *const *language = rc_language_list_codes (); *language != NULL; language++)
    for (guint i = 0; i < kinds->n_values; i++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *text =
            rc_message_template_load_own ((RcMessageKind) kinds->values[i].value, *language, &error);

        *n_used += text != NULL;
        if (error != NULL)
          g_ptr_array_add (faults, g_strdup_printf ("%s/%s.txt: %s", *language, kinds->values[i].value_nick,
                                                    error->message));
      }
  return faults;
}
