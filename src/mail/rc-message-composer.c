/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-message-composer.h"

#include "rc-enum-types.h"
#include "rc-mail-resources.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Turns a template and values into the text of a message. It decides neither when a message is written nor to whom,
 * and it sends nothing. */

#define TEMPLATES "/org/resellerconsole/ResellerConsole/mail"
#define SUBJECT_PREFIX "Subject: "
#define FALLBACK_LANGUAGE "en"

/**
 * rc_mail_error_quark:
 *
 * Returns: the domain of errors whose code is an RcMailError
 */
G_DEFINE_QUARK (rc_mail_error, rc_mail_error)

static GBytes *
find_template (RcMessageKind kind, const char *language)
{
  g_autofree char *path =
      g_strdup_printf (TEMPLATES "/%s/%s.txt", language, rc_enum_to_nick (RC_TYPE_MESSAGE_KIND, (int) kind));

  /* Named so that it is linked; looked up among all resources, so that overlays count. */
  g_return_val_if_fail (rc_mail_resources_get_resource () != NULL, NULL);
  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static char *
load_template (RcMessageKind kind, const char *language, GError **error)
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

/* The "{name}" that begins at @text, or NULL where a brace stands for itself. */
static char *
read_placeholder (const char *text)
{
  gsize length = strspn (text + 1, "abcdefghijklmnopqrstuvwxyz_");

  if (length == 0 || text[1 + length] != '}')
    return NULL;
  return g_strndup (text + 1, length);
}

static char *
fill_in (const char *text, GHashTable *values, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  while (*text != '\0')
    {
      g_autofree char *name = *text == '{' ? read_placeholder (text) : NULL;
      const char *value;

      if (name == NULL)
        {
          g_string_append_c (out, *text++);
          continue;
        }
      value = g_hash_table_lookup (values, name);
      if (value == NULL)
        {
          g_set_error (error, RC_MAIL_ERROR, RC_MAIL_ERROR_VALUE,
                       /* Translators: the placeholder is a technical name, such as anniversary_date */
                       _ ("The message could not be written: nothing is known for “%s”."), name);
          return NULL;
        }
      g_string_append (out, value);
      text += strlen (name) + 2;
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * rc_message_text_free:
 * @text: (nullable) (transfer full): a text
 */
void
rc_message_text_free (RcMessageText *text)
{
  if (text == NULL)
    return;
  g_free (text->subject);
  g_free (text->body);
  g_free (text);
}

/**
 * rc_message_compose:
 * @kind: which message
 * @language: the recipient's language: pt_BR, pl, da, fr, it, en; one without a template gets English
 * @values: (element-type utf8 utf8): what stands for the placeholders
 * @error: RC_MAIL_ERROR
 *
 * Returns: (transfer full) (nullable): the message's subject, on one line, and its body with lines ended by LF
 */
RcMessageText *
rc_message_compose (RcMessageKind kind, const char *language, GHashTable *values, GError **error)
{
  g_autoptr (RcMessageText) text = g_new0 (RcMessageText, 1);
  g_autofree char *template = NULL;
  char *body;

  g_return_val_if_fail (language != NULL && values != NULL, NULL);

  template = load_template (kind, language, error);
  if (template == NULL)
    return NULL;
  body = strstr (template, "\n\n");
  if (!g_str_has_prefix (template, SUBJECT_PREFIX) || body == NULL)
    {
      g_set_error (error, RC_MAIL_ERROR, RC_MAIL_ERROR_TEMPLATE,
                   _ ("The text for messages of the kind “%s” is damaged."),
                   rc_enum_to_nick (RC_TYPE_MESSAGE_KIND, (int) kind));
      return NULL;
    }
  *body = '\0';
  body += strlen ("\n\n");

  text->subject = fill_in (template + strlen (SUBJECT_PREFIX), values, error);
  if (text->subject == NULL)
    return NULL;
  g_strdelimit (text->subject, "\r\n", ' ');
  text->body = fill_in (body, values, error);
  return text->body != NULL ? g_steal_pointer (&text) : NULL;
}
