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
static GMimeObject *
make_text (const char *subtype, const char *text)
{
  GMimeTextPart *part = g_mime_text_part_new_with_subtype (subtype);
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer (text, strlen (text));
  GMimeDataWrapper *content = g_mime_data_wrapper_new_with_stream (stream, GMIME_CONTENT_ENCODING_DEFAULT);

  g_mime_part_set_content (GMIME_PART (part), content);
  g_mime_part_set_content_encoding (GMIME_PART (part), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  g_mime_text_part_set_charset (part, CHARSET);
  g_object_unref (content);
  g_object_unref (stream);
  return GMIME_OBJECT (part);
}

/* What is indented is data that people look for, such as a VIP ID: it stands out in HTML too. */
static void
append_paragraph (GString *html, const char *paragraph)
{
  g_auto (GStrv) lines = g_strsplit (paragraph, "\n", -1);
  gboolean indented = g_str_has_prefix (paragraph, "    ");

  g_string_append (html, indented ? "<p style=\"margin-left: 2em; font-weight: bold\">" : "<p>");
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (g_strstrip (lines[i]), -1);

      g_string_append_printf (html, "%s%s", i > 0 ? "<br>\n" : "", escaped);
    }
  g_string_append (html, "</p>\n");
}

/* (transfer full) */
static char *
make_html (const char *body)
{
  g_autoptr (GString) html = g_string_new ("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head>\n"
                                           "<body style=\"font-family: sans-serif\">\n");
  g_auto (GStrv) paragraphs = g_strsplit (body, "\n\n", -1);

  for (gsize i = 0; paragraphs[i] != NULL; i++)
    {
      g_strchomp (paragraphs[i]);
      if (paragraphs[i][0] != '\0')
        append_paragraph (html, paragraphs[i]);
    }
  g_string_append (html, "</body></html>\n");
  return g_string_free (g_steal_pointer (&html), FALSE);
}

/* The boundary comes from the Message-ID, so that the same message is written the same way each time. */
static GMimeObject *
make_body (const char *body, const char *message_id)
{
  g_autofree char *html = make_html (body);
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, message_id, -1);
  g_autofree char *boundary = g_strdup_printf ("=-%.24s", checksum);
  GMimeMultipart *both = g_mime_multipart_new_with_subtype ("alternative");
  GMimeObject *plain_part = make_text ("plain", body);
  GMimeObject *html_part = make_text ("html", html);

  g_mime_multipart_set_boundary (both, boundary);
  g_mime_multipart_add (both, plain_part);
  g_mime_multipart_add (both, html_part);
  g_object_unref (plain_part);
  g_object_unref (html_part);
  return GMIME_OBJECT (both);
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
 * Returns: (transfer full): the message as RFC 5322 says, with CRLF; as plain text and as HTML, in
 *   UTF-8 and encodings that every mail server lets through
 */
GBytes *
rc_message_to_eml (const char *from_name, const char *from_email, const char *to_name, const char *to_email,
                   const char *subject, const char *body, const char *message_id, gint64 created_at)
{
  GMimeMessage *message;
  GMimeObject *content;
  GBytes *bytes;
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (created_at / G_USEC_PER_SEC);

  g_return_val_if_fail (to_email != NULL && subject != NULL && body != NULL && message_id != NULL, NULL);

  ensure_gmime ();
  message = g_mime_message_new (TRUE);
  content = make_body (body, message_id);
  if (from_email != NULL)
    g_mime_message_add_mailbox (message, GMIME_ADDRESS_TYPE_FROM, from_name, from_email);
  g_mime_message_add_mailbox (message, GMIME_ADDRESS_TYPE_TO, to_name, to_email);
  g_mime_message_set_subject (message, subject, CHARSET);
  g_mime_message_set_date (message, date);
  g_mime_message_set_message_id (message, message_id);
  /* So that no absence notice is sent back (RFC 3834). */
  g_mime_object_set_header (GMIME_OBJECT (message), "Auto-Submitted", "auto-generated", NULL);
  g_mime_message_set_mime_part (message, content);
  bytes = write_message (message);
  g_object_unref (content);
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
