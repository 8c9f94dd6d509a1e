/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-message-composer.h"

#include "rc-enum-types.h"
#include "rc-message-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Turns a template and values into the text of a message. It decides neither when a message is written nor to whom,
 * and it sends nothing. */

#define SUBJECT_PREFIX "Subject: "

/**
 * rc_mail_error_quark:
 *
 * Returns: the domain of errors whose code is an RcMailError
 */
G_DEFINE_QUARK (rc_mail_error, rc_mail_error)

static char *
fill_in (const char *text, GHashTable *values, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  while (*text != '\0')
    {
      g_autofree char *name = *text == '{' ? rc_message_template_read_placeholder (text) : NULL;
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

/* @template: (transfer full) */
static RcMessageText *
fill_in_template (char *template, RcMessageKind kind, GHashTable *values, GError **error)
{
  g_autoptr (RcMessageText) text = g_new0 (RcMessageText, 1);
  g_autofree char *owned = template;
  char *body = strstr (owned, "\n\n");

  if (!g_str_has_prefix (owned, SUBJECT_PREFIX) || body == NULL)
    {
      g_set_error (error, RC_MAIL_ERROR, RC_MAIL_ERROR_TEMPLATE,
                   _ ("The text for messages of the kind “%s” is damaged."),
                   rc_enum_to_nick (RC_TYPE_MESSAGE_KIND, (int) kind));
      return NULL;
    }
  *body = '\0';
  body += strlen ("\n\n");

  text->subject = fill_in (owned + strlen (SUBJECT_PREFIX), values, error);
  if (text->subject == NULL)
    return NULL;
  g_strdelimit (text->subject, "\r\n", ' ');
  text->body = fill_in (body, values, error);
  return text->body != NULL ? g_steal_pointer (&text) : NULL;
}

/* A fault in it is the preferences' to tell: the message is written all the same. */
static RcMessageText *
compose_own (RcMessageKind kind, const char *language, GHashTable *values)
{
  g_autoptr (GError) error = NULL;
  char *template = rc_message_template_load_own (kind, language, &error);
  RcMessageText *text = template != NULL ? fill_in_template (template, kind, values, &error) : NULL;

  if (error != NULL)
    g_info ("An own text for messages is not used: %s", error->message);
  return text;
}

/**
 * rc_message_compose:
 * @kind: which message
 * @language: the recipient's language: pt_BR, pl, da, fr, it, en; one without a template gets English
 * @values: (element-type utf8 utf8): what stands for the placeholders
 * @error: RC_MAIL_ERROR
 *
 * The reseller's own text is used where there is one without a fault.
 *
 * Returns: (transfer full) (nullable): the message's subject, on one line, and its body with lines ended by LF
 */
RcMessageText *
rc_message_compose (RcMessageKind kind, const char *language, GHashTable *values, GError **error)
{
  RcMessageText *own;
  char *template;

  g_return_val_if_fail (language != NULL && values != NULL, NULL);

  own = compose_own (kind, language, values);
  if (own != NULL)
    return own;
  template = rc_message_template_load (kind, language, error);
  return template != NULL ? fill_in_template (template, kind, values, error) : NULL;
}
