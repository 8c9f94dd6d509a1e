/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-smtp-conversation.h"

#include <curl/curl.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * The module that talks with a mail server: it alone needs libcurl, which brings twenty libraries with it, and most days
 * begin without a mail.
 */

#define SECONDS_FOR_THE_ANSWER                                                                               \
  5 /* how long a cancelled attempt waits where the message is with the server already */
#define LONGEST_WORDS 500

/* How far a conversation came: by the last command that was sent. */
typedef enum
{
  STAGE_CONNECTION,
  STAGE_SENDER,
  STAGE_RECIPIENT,
  STAGE_MESSAGE
} Stage;

typedef struct
{
  const guchar *data; /* (borrowed) */
  gsize size;
  gsize position;
  gboolean handed_over; /* all of it was asked for, with the end */
  Stage stage;
  GString *reply; /* (owned) the server's last answer, a line each */
  gboolean reply_ended; /* the next line begins a new answer */
  gboolean leaving; /* what the server says to QUIT matters no more */
  GCancellable *cancellable; /* (borrowed) (nullable) */
  gint64 cancelled_at; /* monotonic µs; 0: not */
} Conversation;

static void
ensure_curl (void)
{
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      curl_global_init (CURL_GLOBAL_DEFAULT);
      g_once_init_leave (&ready, 1);
    }
}

static size_t
on_read (char *buffer, size_t size, size_t n_items, void *user_data)
{
  Conversation *self = user_data;
  gsize length = MIN (size * n_items, self->size - self->position);

  memcpy (buffer, self->data + self->position, length);
  self->position += length;
  if (length == 0)
    self->handed_over = TRUE;
  return length;
}

/* A line of an answer: "250-…" goes on, "250 …" ends it. */
static size_t
on_reply (char *buffer, size_t size, size_t n_items, void *user_data)
{
  Conversation *self = user_data;
  gsize length = size * n_items;
  g_autofree char *raw = g_strndup (buffer, length);
  g_autofree char *line = g_utf8_make_valid (g_strchomp (raw), -1);

  if (self->leaving)
    return length;
  if (self->reply_ended)
    g_string_truncate (self->reply, 0);
  if (self->reply->len > 0)
    g_string_append_c (self->reply, '\n');
  if (self->reply->len < LONGEST_WORDS)
    g_string_append (self->reply, line);
  self->reply_ended = strlen (line) < 4 || line[3] != '-';
  return length;
}

/* What is sent is looked at for its verb only: what follows AUTH is nobody's business. */
static int
on_talk (CURL *curl, curl_infotype type, char *data, size_t size, void *user_data)
{
  Conversation *self = user_data;

  if (type != CURLINFO_HEADER_OUT)
    return 0;
  if (size >= 5 && g_ascii_strncasecmp (data, "MAIL ", 5) == 0)
    self->stage = STAGE_SENDER;
  else if (size >= 5 && g_ascii_strncasecmp (data, "RCPT ", 5) == 0)
    self->stage = STAGE_RECIPIENT;
  else if (size >= 4 && g_ascii_strncasecmp (data, "DATA", 4) == 0)
    self->stage = STAGE_MESSAGE;
  else if (size >= 4 && g_ascii_strncasecmp (data, "QUIT", 4) == 0)
    self->leaving = TRUE;
  return 0;
}

/* Once the server may have the whole message, its answer is worth waiting for a little. */
static int
on_progress (void *user_data, curl_off_t to_get, curl_off_t got, curl_off_t to_put, curl_off_t put)
{
  Conversation *self = user_data;

  if (!g_cancellable_is_cancelled (self->cancellable))
    return 0;
  if (!self->handed_over)
    return 1;
  if (self->cancelled_at == 0)
    self->cancelled_at = g_get_monotonic_time ();
  return g_get_monotonic_time () - self->cancelled_at > SECONDS_FOR_THE_ANSWER * G_TIME_SPAN_SECOND;
}

/* The path of the URL is the name that the program greets with: it tells nothing of the machine. */
static char *
make_url (const RcMailServer *server)
{
  const char *scheme = server->security == RC_MAIL_SECURITY_TLS ? "smtps" : "smtp";
  gboolean is_ipv6 = strchr (server->host, ':') != NULL;

  return g_strdup_printf ("%s://%s%s%s:%d/%%5B127.0.0.1%%5D", scheme, is_ipv6 ? "[" : "", server->host,
                          is_ipv6 ? "]" : "", server->port);
}

static void
set_connection (CURL *curl, const RcMailServer *server)
{
  g_autofree char *url = make_url (server);

  curl_easy_setopt (curl, CURLOPT_URL, url);
  curl_easy_setopt (curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt (curl, CURLOPT_PROXY, "");
  curl_easy_setopt (curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt (curl, CURLOPT_FRESH_CONNECT, 1L);
  curl_easy_setopt (curl, CURLOPT_FORBID_REUSE, 1L);
  curl_easy_setopt (curl, CURLOPT_CONNECTTIMEOUT, (long) server->connect_timeout);
  curl_easy_setopt (curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, (long) server->total_timeout);
  curl_easy_setopt (curl, CURLOPT_TIMEOUT, (long) server->total_timeout);
  curl_easy_setopt (curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt (curl, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt (curl, CURLOPT_SSLVERSION, (long) CURL_SSLVERSION_TLSv1_2);
  curl_easy_setopt (curl, CURLOPT_USE_SSL,
                    (long) (server->security == RC_MAIL_SECURITY_NONE ? CURLUSESSL_NONE : CURLUSESSL_ALL));
  if (server->ca_file != NULL)
    curl_easy_setopt (curl, CURLOPT_CAINFO, server->ca_file);
  if (server->user != NULL)
    {
      curl_easy_setopt (curl, CURLOPT_USERNAME, server->user);
      curl_easy_setopt (curl, CURLOPT_PASSWORD, server->password != NULL ? server->password : "");
    }
}

static void
set_conversation (CURL *curl, Conversation *conversation)
{
  curl_easy_setopt (curl, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt (curl, CURLOPT_READFUNCTION, on_read);
  curl_easy_setopt (curl, CURLOPT_READDATA, conversation);
  curl_easy_setopt (curl, CURLOPT_HEADERFUNCTION, on_reply);
  curl_easy_setopt (curl, CURLOPT_HEADERDATA, conversation);
  curl_easy_setopt (curl, CURLOPT_VERBOSE, 1L);
  curl_easy_setopt (curl, CURLOPT_DEBUGFUNCTION, on_talk);
  curl_easy_setopt (curl, CURLOPT_DEBUGDATA, conversation);
  curl_easy_setopt (curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt (curl, CURLOPT_XFERINFOFUNCTION, on_progress);
  curl_easy_setopt (curl, CURLOPT_XFERINFODATA, conversation);
}

/* Why there was no answer, in words that help. */
static char *
describe_fault (const RcMailServer *server, CURLcode code, const char *detail)
{
  switch ((int) code)
    {
    case CURLE_COULDNT_RESOLVE_HOST:
      return g_strdup_printf (_ ("The mail server “%s” was not found. Check its name."), server->host);
    case CURLE_COULDNT_CONNECT:
      return g_strdup_printf (_ ("The mail server “%s” does not answer on port %d."), server->host,
                              server->port);
    case CURLE_OPERATION_TIMEDOUT:
      return g_strdup_printf (_ ("The mail server “%s” did not answer in time."), server->host);
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
      return g_strdup_printf (_ ("The mail server “%s” could not prove that it is the right one: %s"),
                              server->host, detail);
    case CURLE_SSL_CONNECT_ERROR:
      return g_strdup_printf (
          _ ("No encrypted connection to the mail server “%s” was possible. Check port and security."),
          server->host);
    case CURLE_USE_SSL_FAILED:
      return g_strdup_printf (_ ("The mail server “%s” offers no encryption with STARTTLS. Choose TLS."),
                              server->host);
    case CURLE_LOGIN_DENIED:
      return g_strdup (_ ("The mail server did not accept the user name and password."));
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
      return g_strdup_printf (_ ("The connection to the mail server “%s” was lost."), server->host);
    default:
      return g_strdup_printf (_ ("The mail server “%s” could not be used: %s"), server->host, detail);
    }
}

static int
get_reply_code (const Conversation *self)
{
  return self->reply_ended ? (int) g_ascii_strtoull (self->reply->str, NULL, 10) : 0;
}

/* An answer of 400 or more that ended the conversation counts for what was asked last; without one, only what was
 * handed over before the connection broke. */
static RcSmtpResult
judge (const Conversation *self, CURLcode code)
{
  int reply = get_reply_code (self);
  gboolean refused = reply >= 400 && reply < 600 && code != CURLE_OPERATION_TIMEDOUT;

  if (code == CURLE_OK)
    return RC_SMTP_SENT;
  if (code == CURLE_ABORTED_BY_CALLBACK && !self->handed_over)
    return RC_SMTP_STOPPED;
  if (!refused && self->stage == STAGE_MESSAGE)
    return self->handed_over ? RC_SMTP_UNCLEAR : RC_SMTP_LATER;
  if (!refused || self->stage < STAGE_RECIPIENT || reply == 421)
    return RC_SMTP_SERVER;
  return reply >= 500 ? RC_SMTP_REFUSED : RC_SMTP_LATER;
}

static char *
choose_words (const Conversation *self, const RcMailServer *server, CURLcode code, const char *detail)
{
  g_autofree char *fault = NULL;

  if (code == CURLE_OK)
    return NULL;
  if (code == CURLE_ABORTED_BY_CALLBACK)
    return g_strdup (_ ("Sending was interrupted."));
  fault = describe_fault (server, code, detail);
  if (get_reply_code (self) < 400)
    return g_steal_pointer (&fault);
  if (code == CURLE_LOGIN_DENIED)
    return g_strdup_printf ("%s\n%s", fault, self->reply->str);
  return g_strdup (self->reply->str);
}

/**
 * rc_smtp_conversation_send:
 *
 * What rc_smtp_send() does, once this module is there.
 *
 * Returns: (transfer full): what became of the message
 */
G_MODULE_EXPORT RcSmtpOutcome *
rc_smtp_conversation_send (const RcMailServer *server, const char *to_email, GBytes *mail,
                           GCancellable *cancellable)
{
  RcSmtpOutcome *outcome = g_new0 (RcSmtpOutcome, 1);
  Conversation conversation = { .cancellable = cancellable };
  g_autoptr (GString) reply = g_string_new (NULL);
  char detail[CURL_ERROR_SIZE] = "";
  struct curl_slist *recipients = NULL;
  CURLcode code;
  CURL *curl;

  ensure_curl ();
  curl = curl_easy_init ();
  conversation.data = g_bytes_get_data (mail, &conversation.size);
  conversation.reply = reply;
  recipients = curl_slist_append (NULL, to_email);
  set_connection (curl, server);
  set_conversation (curl, &conversation);
  curl_easy_setopt (curl, CURLOPT_ERRORBUFFER, detail);
  curl_easy_setopt (curl, CURLOPT_MAIL_FROM, server->sender_email);
  curl_easy_setopt (curl, CURLOPT_MAIL_RCPT, recipients);
  code = curl_easy_perform (curl);
  outcome->result = judge (&conversation, code);
  outcome->words =
      choose_words (&conversation, server, code, detail[0] != '\0' ? detail : curl_easy_strerror (code));
  curl_easy_cleanup (curl);
  curl_slist_free_all (recipients);
  return outcome;
}
