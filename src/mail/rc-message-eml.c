/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-message-composer.h"

#include <gmime/gmime.h>
#include <string.h>

/* A message in the forms in which it leaves the program: RFC 5322 text and mailto: URIs. */

#define DOMAIN_PART "reseller-console.invalid"
#define CHARSET "UTF-8"

static void
ensure_gmime (void)
{
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      g_mime_init ();
      g_once_init_leave (&ready, 1);
    }
}

/* GMime's types have no automatic clean-up. */
static GMimeTextPart *
make_text (const char *body)
{
  GMimeTextPart *part = g_mime_text_part_new_with_subtype ("plain");
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer (body, strlen (body));
  GMimeDataWrapper *content = g_mime_data_wrapper_new_with_stream (stream, GMIME_CONTENT_ENCODING_DEFAULT);

  g_mime_part_set_content (GMIME_PART (part), content);
  g_mime_part_set_content_encoding (GMIME_PART (part), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  g_mime_text_part_set_charset (part, CHARSET);
  g_object_unref (content);
  g_object_unref (stream);
  return part;
}

static GBytes *
write_message (GMimeMessage *message)
{
  GMimeFormatOptions *options = g_mime_format_options_new ();
  GMimeStream *out = g_mime_stream_mem_new ();
  GByteArray *written;
  GBytes *bytes;

  g_mime_format_options_set_newline_format (options, GMIME_NEWLINE_FORMAT_DOS);
  g_mime_object_write_to_stream (GMIME_OBJECT (message), options, out);
  written = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (out));
  bytes = g_bytes_new (written->data, written->len);
  g_mime_format_options_free (options);
  g_object_unref (out);
  return bytes;
}

/**
 * rc_message_to_eml:
 * @from_name: (nullable): the sender's name
 * @from_email: (nullable): the sender's address; without one the mail program fills it in
 * @to_name: the recipient's name
 * @to_email: the recipient's address
 * @subject: UTF-8, one line
 * @body: UTF-8, lines ended by LF
 * @message_id: without angle brackets
 * @created_at: when it was written, µs since the epoch, UTC
 *
 * Returns: (transfer full): the message as RFC 5322 says, with CRLF; headers and text are UTF-8 in encodings that every
 *   mail server lets through
 */
GBytes *
rc_message_to_eml (const char *from_name, const char *from_email, const char *to_name, const char *to_email,
                   const char *subject, const char *body, const char *message_id, gint64 created_at)
{
  GMimeMessage *message;
  GMimeTextPart *text;
  GBytes *bytes;
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (created_at / G_USEC_PER_SEC);

  g_return_val_if_fail (to_email != NULL && subject != NULL && body != NULL && message_id != NULL, NULL);

  ensure_gmime ();
  message = g_mime_message_new (TRUE);
  text = make_text (body);
  if (from_email != NULL)
    g_mime_message_add_mailbox (message, GMIME_ADDRESS_TYPE_FROM, from_name, from_email);
  g_mime_message_add_mailbox (message, GMIME_ADDRESS_TYPE_TO, to_name, to_email);
  g_mime_message_set_subject (message, subject, CHARSET);
  g_mime_message_set_date (message, date);
  g_mime_message_set_message_id (message, message_id);
  g_mime_message_set_mime_part (message, GMIME_OBJECT (text));
  bytes = write_message (message);
  g_object_unref (text);
  g_object_unref (message);
  return bytes;
}

/**
 * rc_message_id_new:
 *
 * Returns: (transfer full): a Message-ID that no other message has, without angle brackets; it tells nothing of the
 *   machine that made it
 */
char *
rc_message_id_new (void)
{
  g_autofree char *random = g_uuid_string_random ();

  return g_strconcat (random, "@" DOMAIN_PART, NULL);
}

/**
 * rc_message_to_mailto:
 * @to_email: the recipient's address
 * @subject: UTF-8
 * @body: UTF-8, lines ended by LF
 *
 * Returns: (transfer full): a URI as RFC 6068 says, lines ended by CRLF
 */
char *
rc_message_to_mailto (const char *to_email, const char *subject, const char *body)
{
  g_autofree char *to = g_uri_escape_string (to_email, "@", FALSE);
  g_autofree char *subject_part = g_uri_escape_string (subject, NULL, FALSE);
  g_auto (GStrv) lines = g_strsplit (body, "\n", -1);
  g_autofree char *crlf_body = g_strjoinv ("\r\n", lines);
  g_autofree char *body_part = g_uri_escape_string (crlf_body, NULL, FALSE);

  return g_strdup_printf ("mailto:%s?subject=%s&body=%s", to, subject_part, body_part);
}
