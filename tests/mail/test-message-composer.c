/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-enum-types.h"
#include "rc-message-composer.h"
#include "rc-message-template.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const languages[] = { "en", "pt_BR", "pl", "da", "fr", "it" };

static GHashTable *
all_values (void)
{
  static const char *const names[] = {
    "anniversary_date", "code",           "contact",       "customers",    "date",     "due",
    "expires",          "last_day",       "manager",       "organization", "products", "sender",
    "vip_id",           "suspended_from", "window_closes", "window_opens"
  };
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_hash_table_insert (values, (gpointer) names[i], g_strdup_printf ("<%s>", names[i]));
  return values;
}

/* MS-1: every kind can be written in every language, with nothing left open and no language's text lent to another. */
static void
test_every_kind (void)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (RC_TYPE_MESSAGE_KIND);
  g_autoptr (GHashTable) values = all_values ();

  for (guint i = 0; i < kinds->n_values; i++)
    {
      g_autoptr (GHashTable) bodies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (gsize j = 0; j < G_N_ELEMENTS (languages); j++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (RcMessageText) text =
              rc_message_compose ((RcMessageKind) kinds->values[i].value, languages[j], values, &error);

          g_assert_no_error (error);
          g_assert_cmpuint (strlen (text->subject), >, 5);
          g_assert_null (strpbrk (text->subject, "\r\n{}"));
          g_assert_null (strpbrk (text->body, "\r{}"));
          g_assert_true (g_utf8_validate (text->body, -1, NULL));
          g_assert_true (g_str_has_suffix (text->body, "\n"));
          g_assert_true (g_hash_table_add (bodies, g_strdup (text->body)));
        }
    }
}

/* What a customer gets in its own language; in Polish nobody is called by name. */
static void
test_language (void)
{
  static const struct
  {
    const char *language;
    const char *begins;
    const char *holds;
  } cases[] = {
    { "en", "Dear <contact>,\n\n", "<sender>" },
    { "pt_BR", "Olá, <contact>,\n\n", "Atenciosamente,\n<sender>" },
    { "pl", "Szanowni Państwo,\n\n", "poważaniem\n<sender>" },
    { "da", "Kære <contact>\n\n", "Venlig hilsen\n<sender>" },
    { "fr", "Bonjour,\n\n", "Cordialement,\n<sender>" },
    { "it", "Gentile <contact>,\n\n", "Cordiali saluti\n<sender>" },
    { "xx", "Dear <contact>,\n\n", "<sender>" },
  };
  static const RcMessageKind kinds[] = { RC_MESSAGE_KIND_INVITATION, RC_MESSAGE_KIND_REMINDER,
                                         RC_MESSAGE_KIND_PRODUCTS_ADDED, RC_MESSAGE_KIND_PA_CANCELED };
  g_autoptr (GHashTable) values = all_values ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (kinds); j++)
      {
        g_autoptr (RcMessageText) text = rc_message_compose (kinds[j], cases[i].language, values, NULL);

        g_assert_true (g_str_has_prefix (text->body, cases[i].begins));
        g_assert_nonnull (strstr (text->body, cases[i].holds));
        g_assert_nonnull (strstr (text->body, "\n    <vip_id>\n"));
      }
}

static void
test_missing_value (void)
{
  g_autoptr (GHashTable) values = all_values ();
  g_autoptr (GError) error = NULL;

  g_hash_table_remove (values, "vip_id");
  g_assert_null (rc_message_compose (RC_MESSAGE_KIND_INVITATION, "en", values, &error));
  g_assert_error (error, RC_MAIL_ERROR, RC_MAIL_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "vip_id"));
}

/* A value is only text: neither a placeholder nor a second header. */
static void
test_values_are_text (void)
{
  g_autoptr (GHashTable) values = all_values ();
  g_autoptr (RcMessageText) text = NULL;

  g_hash_table_insert (values, (gpointer) "organization", g_strdup ("{vip_id}\nBcc: x@y.example"));
  text = rc_message_compose (RC_MESSAGE_KIND_PRODUCTS_ADDED, "en", values, NULL);
  g_assert_cmpstr (text->subject, ==, "Products added for {vip_id} Bcc: x@y.example");
}

static void
test_dates (void)
{
  static const char *const expected[][3] = {
    { "en", "1 August 2026", "31 December 2025" },
    { "pt_BR", "1º de agosto de 2026", "31 de dezembro de 2025" },
    { "pl", "1 sierpnia 2026", "31 grudnia 2025" },
    { "da", "1. august 2026", "31. december 2025" },
    { "fr", "1er août 2026", "31 décembre 2025" },
    { "it", "1 agosto 2026", "31 dicembre 2025" },
    { "xx", "1 August 2026", "31 December 2025" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *first = rc_message_format_date (expected[i][0], rc_date_new (2026, 8, 1));
      g_autofree char *last = rc_message_format_date (expected[i][0], rc_date_new (2025, 12, 31));

      g_assert_cmpstr (first, ==, expected[i][1]);
      g_assert_cmpstr (last, ==, expected[i][2]);
    }
}

/* MS-2 */
static void
test_eml (void)
{
  g_autoptr (GBytes) bytes =
      rc_message_to_eml ("Zażółć Reseller", "team@reseller.example", "Kære, \"Office\"",
                         "office@customer.example", "Påmindelse: møde", "Linje 1\n.\nÆøå — 5 × x\n",
                         "abc@reseller-console.invalid", G_GINT64_CONSTANT (1767225600000000));
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_true (g_str_is_ascii (text));
  g_assert_nonnull (strstr (text, "\r\nMessage-Id: <abc@reseller-console.invalid>\r\n"));
  g_assert_nonnull (strstr (text, "<office@customer.example>"));
  g_assert_nonnull (strstr (text, "<team@reseller.example>"));
  g_assert_nonnull (strstr (text, "Date: Thu, 01 Jan 2026 00:00:00 +0000"));
  g_assert_nonnull (strstr (text, "=?UTF-8?"));
  g_assert_nonnull (strstr (text, "charset=UTF-8"));
  g_assert_nonnull (strstr (text, "Content-Type: multipart/alternative; boundary="));
  g_assert_nonnull (strstr (text, "Auto-Submitted: auto-generated\r\n"));
  g_assert_nonnull (strstr (text, "=C3=86=C3=B8=C3=A5"));
  g_assert_null (strstr (text, "Bcc"));
  for (const char *line = text; (line = strchr (line, '\n')) != NULL; line++)
    g_assert_cmpint (line[-1], ==, '\r');
}

/* The HTML says what the text says, and a name in it is only text. The same message is the same bytes each time. */
static void
test_html (void)
{
  g_autoptr (GBytes) bytes = rc_message_to_eml ("A", "a@b.example", "C", "c@d.example", "S",
                                                "Dear <b>Office</b>,\n\n    0123ABCD\n\nOne & two\nThree\n",
                                                "abc@reseller-console.invalid", 0);
  g_autoptr (GBytes) again = rc_message_to_eml ("A", "a@b.example", "C", "c@d.example", "S",
                                                "Dear <b>Office</b>,\n\n    0123ABCD\n\nOne & two\nThree\n",
                                                "abc@reseller-console.invalid", 0);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  const char *html = strstr (text, "Content-Type: text/html");

  g_assert_nonnull (html);
  g_assert_nonnull (strstr (html, "<p>Dear &lt;b&gt;Office&lt;/b&gt;,</p>"));
  g_assert_nonnull (strstr (html, "font-weight: bold\">0123ABCD</p>"));
  g_assert_nonnull (strstr (html, "<p>One &amp; two<br>"));
  g_assert_null (strstr (html, "<b>Office"));
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
write_own (const char *language, const char *kind, const char *text)
{
  g_autofree char *folder = rc_message_template_get_folder ();
  g_autofree char *subfolder = g_build_filename (folder, language, NULL);
  g_autofree char *name = g_strconcat (kind, ".txt", NULL);
  g_autofree char *path = g_build_filename (subfolder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (subfolder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* MS-1: a reseller's own text takes the place of the program's; one with a fault is reported and not used. */
static void
test_own_templates (void)
{
  static const struct
  {
    const char *text;
    const char *fault; /* (nullable) */
  } cases[] = {
    { "Subject: Ours for {organization}\r\n\r\nHi {contact}: {vip_id} {x\r\n", NULL },
    { "No subject\n\nbody\n", "Subject" },
    { "Subject: no body\n", "Subject" },
    { "Subject: code\n\n{code}\n", "{code}" },
    { "Subject: \xff\n\nbody\n", "UTF-8" },
  };
  g_autoptr (GHashTable) values = all_values ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RcMessageText) text = NULL;
      g_autoptr (GPtrArray) faults = NULL;
      guint n_used = 0;

      write_own ("da", "invitation", cases[i].text);
      text = rc_message_compose (RC_MESSAGE_KIND_INVITATION, "da", values, NULL);
      faults = rc_message_template_list_own (&n_used);
      g_assert_cmpint (g_str_has_prefix (text->subject, "Ours for"), ==, cases[i].fault == NULL);
      g_assert_cmpuint (n_used, ==, cases[i].fault == NULL);
      g_assert_cmpuint (faults->len, ==, cases[i].fault != NULL);
      if (cases[i].fault != NULL)
        {
          g_assert_true (g_str_has_prefix (g_ptr_array_index (faults, 0), "da/invitation.txt: "));
          g_assert_nonnull (strstr (g_ptr_array_index (faults, 0), cases[i].fault));
        }
      else
        g_assert_cmpstr (text->body, ==, "Hi <contact>: <vip_id> {x\n");
    }
}

static char *
own_path (const char *language, const char *name)
{
  g_autofree char *folder = rc_message_template_get_folder ();

  return g_build_filename (folder, language, name, NULL);
}

static void
check_not_used (const char *fault)
{
  g_autoptr (GHashTable) values = all_values ();
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (RcMessageText) text = rc_message_compose (RC_MESSAGE_KIND_INVITATION, "fr", values, NULL);
  guint n_used = 0;

  g_assert_nonnull (text);
  faults = rc_message_template_list_own (&n_used);
  g_assert_cmpuint (faults->len, ==, 1);
  if (strstr (g_ptr_array_index (faults, 0), fault) == NULL)
    g_error ("Another fault was told: %s", (const char *) g_ptr_array_index (faults, 0));
}

/* What lies where a text is looked for may be anything: it is told, never waited for or read whole. */
static void
test_own_no_text (void)
{
  g_autofree char *path = own_path ("fr", "invitation.txt");
  g_autofree char *other = own_path ("fr", "other.txt");
  g_autofree char *too_long = g_strnfill (64 * 1024 + 1, 'x');

  write_own ("fr", "other", "Subject: other\n\nbody\n");
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  check_not_used ("no text");
  g_assert_cmpint (g_remove (path), ==, 0);

  g_assert_cmpint (symlink ("/dev/zero", path), ==, 0);
  check_not_used ("no text");
  g_assert_cmpint (g_remove (path), ==, 0);

  g_assert_cmpint (symlink (path, path), ==, 0);
  check_not_used ("could not be read");
  g_assert_cmpint (g_remove (path), ==, 0);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  check_not_used ("no text");
  g_assert_cmpint (g_rmdir (path), ==, 0);

  write_own ("fr", "invitation", "");
  check_not_used ("no text");
  write_own ("fr", "invitation", too_long);
  check_not_used ("too long");
  g_assert_cmpint (truncate (path, G_GINT64_CONSTANT (1) << 40), ==, 0);
  check_not_used ("too long");
  g_assert_cmpint (g_remove (path), ==, 0);

  /* A link to a text is one. */
  g_assert_cmpint (symlink (other, path), ==, 0);
  {
    g_autoptr (GHashTable) values = all_values ();
    g_autoptr (RcMessageText) text = rc_message_compose (RC_MESSAGE_KIND_INVITATION, "fr", values, NULL);

    g_assert_cmpstr (text->subject, ==, "other");
  }
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_remove (other), ==, 0);
}

/* Nothing that stands in a name, an address or a subject makes a header of its own. */
static void
test_eml_headers (void)
{
  static const char *const attack = "x\r\nBcc: all@victim.example\r\n\r\nbody";
  g_autoptr (GBytes) bytes = rc_message_to_eml (attack, "a@reseller.example\r\nBcc: b@victim.example", attack,
                                                "c@customer.example>\r\nBcc: <d@victim.example", attack,
                                                "text", "abc@reseller-console.invalid", 0);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_null (strstr (text, "\nBcc:"));
  g_assert_null (strstr (text, "\nbody"));
  g_assert_true (g_str_has_prefix (strstr (text, "\r\n\r\n"), "\r\n\r\n--=-"));
}

static void
test_message_id (void)
{
  g_autofree char *first = rc_message_id_new ();
  g_autofree char *second = rc_message_id_new ();

  g_assert_cmpstr (first, !=, second);
  g_assert_true (g_str_has_suffix (first, "@reseller-console.invalid"));
  g_assert_null (strpbrk (first, "<> "));
}

static void
test_mailto (void)
{
  g_autofree char *uri = rc_message_to_mailto ("a+b@c.example", "5 & 6?", "Kære\nx=y #1");

  g_assert_cmpstr (uri, ==, "mailto:a%2Bb@c.example?subject=5%20%26%206%3F&body=K%C3%A6re%0D%0Ax%3Dy%20%231");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/message/every-kind", test_every_kind);
  g_test_add_func ("/message/language", test_language);
  g_test_add_func ("/message/missing-value", test_missing_value);
  g_test_add_func ("/message/values-are-text", test_values_are_text);
  g_test_add_func ("/message/dates", test_dates);
  g_test_add_func ("/message/eml", test_eml);
  g_test_add_func ("/message/html", test_html);
  g_test_add_func ("/message/own-templates", test_own_templates);
  g_test_add_func ("/message/own-no-text", test_own_no_text);
  g_test_add_func ("/message/eml-headers", test_eml_headers);
  g_test_add_func ("/message/id", test_message_id);
  g_test_add_func ("/message/mailto", test_mailto);
  return g_test_run ();
}
