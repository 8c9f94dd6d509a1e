/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-fixture.h"

#include "rc-import-pattern.h"
#include "rc-import-words.h"

#include <glib/gstdio.h>
#include <locale.h>

/* What columns mean: proposed, said, remembered, and applied to rows (IO-2). */

typedef struct
{
  const char *list;
  const char *proposal; /* one line a field: nick=source:text */
} ProposalCase;

static const ProposalCase proposals[] = {
  { "government",
    "name=column:Organization name\nenglish-name=derived:\nregion=column:State\ncity=column:City\n"
    "email=column:Security contact email\nlanguage=derived:\n" },
  { "education", "name=column:name\nenglish-name=derived:\ncountry=column:alpha_two_code\n"
                 "region=column:state-province\nemail=pattern:info@{domain}\nlanguage=derived:\n" },
  { "commercial", "name=column:Security\nenglish-name=derived:\n"
                  "region=pattern:{Headquarters Location:after-comma}\n"
                  "city=pattern:{Headquarters Location:before-comma}\nlanguage=derived:\n" },
  { "europe-brazil", "name=column:name\nenglish-name=derived:\nsegment=column:types\n"
                     "country=column:country_code\nregion=column:region\n"
                     "city=column:city\nemail=pattern:info@{domain}\nlanguage=derived:\n" },
  { "french-authorities", "name=column:name\nenglish-name=derived:\nemail=column:request_email\n"
                          "language=derived:\n" },
  { "italian-municipalities", "name=column:DENOMINAZIONE_IT\nenglish-name=column:DENOMTRASLITTERATA\n"
                              "region=column:SIGLAPROVINCIA\nlanguage=derived:\n" },
  { "brazilian-municipalities", "name=column:nome\nenglish-name=derived:\nregion=column:codigo_uf\n"
                                "language=derived:\n" },
};

static char *
describe (const RcImportMapping *mapping)
{
  static const char *const names[] = { "", "column", "value", "pattern", "derived" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    if (rc_import_mapping_get_source (mapping, i) != RC_IMPORT_SOURCE_NOTHING)
      g_string_append_printf (text, "%s=%s:%s\n", rc_customer_field_get_nick (i),
                              names[rc_import_mapping_get_source (mapping, i)],
                              rc_import_mapping_get_text (mapping, i));
  return g_string_free (text, FALSE);
}

static void
test_proposals (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (proposals); i++)
    {
      g_autoptr (GFile) file = import_fixture_excerpt (proposals[i].list);
      g_autoptr (RcImportFile) loaded = import_fixture_load (file);
      g_autoptr (RcImportMapping) mapping = rc_import_mapping_propose (loaded);
      g_autofree char *text = describe (mapping);

      g_test_message ("%s", proposals[i].list);
      g_assert_cmpstr (text, ==, proposals[i].proposal);
    }
}

/* Headings as people write them, in the languages of the program. */
static void
test_headings (const char *header, const char *row, const char *proposal)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("import-XXXXXX", &error);
  g_autofree char *text = g_strconcat (header, "\r\n", row, "\r\n", NULL);
  g_autoptr (GFile) file = import_fixture_write (folder, "list.csv", text);
  g_autoptr (RcImportFile) loaded = import_fixture_load (file);
  g_autoptr (RcImportMapping) mapping = rc_import_mapping_propose (loaded);
  g_autofree char *described = describe (mapping);

  g_assert_cmpstr (described, ==, proposal);
  g_assert_true (g_file_delete (file, NULL, &error));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_proposal_languages (void)
{
  test_headings ("Nazwa klienta;Kod pocztowy;Miejscowość;Województwo;Kraj;Adres e-mail;Segment rynku",
                 "Urząd;00-590;Warszawa;mazowieckie;Polska;biuro@example.org;Publiczny",
                 "name=column:Nazwa klienta\nenglish-name=derived:\nsegment=column:Segment rynku\n"
                 "country=column:Kraj\nregion=column:Województwo\ncity=column:Miejscowość\n"
                 "postal-code=column:Kod pocztowy\nemail=column:Adres e-mail\nlanguage=derived:\n");
  test_headings ("Kundenavn;Adresse;Postnummer;By;Land;E-mailadresse;Kontaktperson",
                 "Kommune;Gade 1;1620;Byen;Danmark;post@example.org;Kontor Hoved",
                 "name=column:Kundenavn\nenglish-name=derived:\ncountry=column:Land\nstreet=column:Adresse\n"
                 "city=column:By\npostal-code=column:Postnummer\n"
                 "given-name=pattern:{Kontaktperson:first-word}\n"
                 "family-name=pattern:{Kontaktperson:other-words}\n"
                 "email=column:E-mailadresse\nlanguage=derived:\n");
  test_headings ("Nom du client,Rue,Code postal,Ville,Région,Prénom,Nom de famille,Adresse e-mail,Secteur",
                 "Mairie,Rue 1,75002,Paris,IdF,Bureau,Central,mairie@example.org,rien",
                 "name=column:Nom du client\nenglish-name=derived:\nregion=column:Région\nstreet=column:Rue\n"
                 "city=column:Ville\npostal-code=column:Code postal\ngiven-name=column:Prénom\n"
                 "family-name=column:Nom de famille\nemail=column:Adresse e-mail\nlanguage=derived:\n");
}

/* Every report's heading finds its field again. */
static void
test_proposal_report (void)
{
  g_autoptr (RcImportMapping) mapping = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("import-XXXXXX", &error);
  g_autoptr (GString) header = g_string_new ("Anniversary date,Custom anniversary date,Managed by");
  g_autoptr (RcImportFile) loaded = NULL;
  g_autoptr (GFile) file = NULL;

  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    if (i != RC_CUSTOMER_FIELD_ANNIVERSARY_DATE)
      g_string_append_printf (header, ",%s", rc_customer_field_get_label (i));
  file = import_fixture_write (folder, "report.csv", header->str);
  loaded = import_fixture_load (file);
  mapping = rc_import_mapping_propose (loaded);
  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    {
      const char *heading = i == RC_CUSTOMER_FIELD_ANNIVERSARY_DATE ? "Custom anniversary date"
                                                                    : rc_customer_field_get_label (i);

      g_assert_cmpstr (rc_import_mapping_get_text (mapping, i), ==, heading);
    }
  g_assert_true (g_file_delete (file, NULL, &error));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_json (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (import_lists); i++)
    {
      g_autoptr (RcImportMapping) mapping = import_fixture_load_map (import_lists[i]);
      g_autoptr (JsonNode) node = rc_import_mapping_to_json (mapping);
      g_autoptr (GError) error = NULL;
      g_autoptr (RcImportMapping) back = rc_import_mapping_from_json (node, &error);
      g_autoptr (JsonNode) again = NULL;

      g_assert_no_error (error);
      again = rc_import_mapping_to_json (back);
      g_assert_true (json_node_equal (node, again));
    }
}

/* A column with gaps, a word of a closed set, and a pattern: their values go where the row says nothing, and there only. */
static void
test_if_empty (void)
{
  const char *const columns[] = { "Name", "Kind", "Domain", NULL };
  const char *const rows[][3] = { { "Museum", "Government", "museum.example" },
                                  { "Scuola", "(blank)", " " } };
  g_autoptr (JsonNode) node =
      json_from_string ("{\"fields\": {\"name\": {\"column\": \"Name\", \"if-empty\": \"Nobody\"},"
                        " \"segment\": {\"if-empty\": \"education\", \"column\": \"Kind\"},"
                        " \"email\": {\"pattern\": \"info@{Domain}\", \"if-empty\": \"it@example.org\"}}}",
                        NULL);
  g_autoptr (RcImportMapping) read = rc_import_mapping_from_json (node, NULL);
  g_autoptr (JsonNode) written = rc_import_mapping_to_json (read);
  g_autoptr (RcImportMapping) mapping = rc_import_mapping_from_json (written, NULL);
  g_autoptr (RcImportConverter) converter = rc_import_converter_new (mapping, columns, NULL);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_fault_free);
  g_autoptr (RcCustomerData) full = rc_import_converter_convert (converter, rows[0], 3, faults);
  g_autoptr (RcCustomerData) gaps = rc_import_converter_convert (converter, rows[1], 3, faults);

  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpstr (rc_customer_data_get (full, RC_CUSTOMER_FIELD_NAME), ==, "Museum");
  g_assert_cmpstr (rc_customer_data_get (full, RC_CUSTOMER_FIELD_SEGMENT), ==, "government");
  g_assert_cmpstr (rc_customer_data_get (full, RC_CUSTOMER_FIELD_EMAIL), ==, "info@museum.example");
  g_assert_cmpstr (rc_customer_data_get (gaps, RC_CUSTOMER_FIELD_NAME), ==, "Scuola");
  g_assert_cmpstr (rc_customer_data_get (gaps, RC_CUSTOMER_FIELD_SEGMENT), ==, "education");
  g_assert_cmpstr (rc_customer_data_get (gaps, RC_CUSTOMER_FIELD_EMAIL), ==, "it@example.org");
}

static void
test_json_faults (void)
{
  static const char *const texts[] = {
    "[]",
    "{}",
    "{\"fields\": []}",
    "{\"fields\": {\"nom\": {\"value\": \"x\"}}}",
    "{\"fields\": {\"name\": \"x\"}}",
    "{\"fields\": {\"name\": {\"column\": 1}}}",
    "{\"fields\": {\"name\": {\"derived\": true}}}",
    "{\"fields\": {\"name\": {\"column\": \"a\", \"value\": \"b\"}}}",
    "{\"fields\": {\"name\": {\"column\": \"a\", \"if-empty\": 1}}}",
    "{\"fields\": {\"name\": {\"value\": \"a\", \"if-empty\": \"b\"}}}",
    "{\"fields\": {\"name\": {\"if-empty\": \"b\"}}}",
    "{\"fields\": {}, \"nothing\": \"-\"}",
    "{\"fields\": {}, \"nothing\": [1]}",
    "{\"fields\": {}, \"dates\": \"year-first\"}",
    "{\"fields\": {}, \"dates\": [\"day-first\"]}",
    "{\"fields\": {}, \"values\": {\"nom\": {}}}",
    "{\"fields\": {}, \"values\": {\"segment\": {\"a\": 1}}}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (texts[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (rc_import_mapping_from_json (node, &error));
      g_assert_error (error, RC_IMPORT_ERROR, RC_IMPORT_ERROR_MAPPING);
    }
}

static void
test_memory (void)
{
  g_autoptr (RcImportMapping) mapping = import_fixture_load_map ("government");
  g_autofree char *memory = g_strdup ("{}");
  g_autoptr (RcImportMapping) none = NULL;
  g_autoptr (RcImportMapping) last = NULL;
  g_autoptr (RcImportMapping) broken = rc_import_mapping_recall ("not JSON", "header 1");

  for (int i = 0; i <= 50; i++)
    {
      g_autofree char *fingerprint = g_strdup_printf ("header %d", i);
      char *next = rc_import_mapping_remember (memory, fingerprint, mapping);

      g_free (memory);
      memory = next;
    }
  g_assert_null (broken);
  none = rc_import_mapping_recall (memory, "header 0");
  g_assert_null (none);
  last = rc_import_mapping_recall (memory, "header 50");
  g_assert_cmpstr (rc_import_mapping_get_text (last, RC_CUSTOMER_FIELD_NAME), ==, "Organization name");
}

static void
test_pattern (void)
{
  static const struct
  {
    const char *pattern;
    const char *expected; /* NULL: nothing */
  } cases[] = {
    { "info@{domain}", "info@example.org" },
    { "{a:b}", "colon" },
    { "{place:before-comma}", "Saint Paul" },
    { "{place:after-comma}", "Minnesota" },
    { "{place:first-word} {place:other-words}", "Saint Paul, Minnesota" },
    { "{domain:after-comma}", NULL },
    { "x {blank} y", NULL },
    { "{{{domain}}}", "{example.org}" },
    { "plain", "plain" },
    { "{formula}", "=1+1" },
  };
  const char *const columns[] = { "domain", "a:b", "place", "blank", "formula", NULL };
  const char *const fields[] = { "example.org", "colon", "Saint Paul, Minnesota", "(Blank)", "'=1+1", NULL };
  g_autoptr (GHashTable) nothing = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (nothing, (gpointer) "(blank)");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RcImportPattern) pattern = rc_import_pattern_new (cases[i].pattern, columns, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = rc_import_pattern_expand (pattern, fields, 5, nothing);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_pattern_faults (void)
{
  const char *const columns[] = { "domain", NULL };
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) open = NULL;
  g_autoptr (GError) closed = NULL;

  g_assert_null (rc_import_pattern_new ("{city}", columns, &missing));
  g_assert_error (missing, RC_IMPORT_ERROR, RC_IMPORT_ERROR_COLUMN);
  g_assert_null (rc_import_pattern_new ("{domain", columns, &open));
  g_assert_error (open, RC_IMPORT_ERROR, RC_IMPORT_ERROR_MAPPING);
  g_assert_null (rc_import_pattern_new ("domain}", columns, &closed));
  g_assert_error (closed, RC_IMPORT_ERROR, RC_IMPORT_ERROR_MAPPING);
}

static void
test_words (void)
{
  static const struct
  {
    RcCustomerField field;
    const char *word;
    const char *value;
  } cases[] = {
    { RC_CUSTOMER_FIELD_COUNTRY, "br", "BR" },
    { RC_CUSTOMER_FIELD_COUNTRY, "Poland", "PL" },
    { RC_CUSTOMER_FIELD_COUNTRY, "Włochy", "IT" },
    { RC_CUSTOMER_FIELD_COUNTRY, "Danemark", "DK" },
    { RC_CUSTOMER_FIELD_COUNTRY, "Estados Unidos", "US" },
    { RC_CUSTOMER_FIELD_COUNTRY, "Atlantis", NULL },
    { RC_CUSTOMER_FIELD_SEGMENT, "Government", "government" },
    { RC_CUSTOMER_FIELD_SEGMENT, "Educação", "education" },
    { RC_CUSTOMER_FIELD_SEGMENT, "City", NULL },
    { RC_CUSTOMER_FIELD_OFFER_TYPE, "Équipe", "team" },
    { RC_CUSTOMER_FIELD_OFFER_TYPE, "Dla przedsiębiorstw", "enterprise" },
    { RC_CUSTOMER_FIELD_LANGUAGE, "pt-BR", "pt_BR" },
    { RC_CUSTOMER_FIELD_LANGUAGE, "Italiano", "it" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = rc_import_words_find (cases[i].field, cases[i].word);

      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

static RcCustomerData *
convert (RcImportMapping *mapping, const char *const *columns, const char *const *fields, GPtrArray *faults)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcImportConverter) converter = rc_import_converter_new (mapping, columns, &error);

  g_assert_no_error (error);
  return rc_import_converter_convert (converter, fields, g_strv_length ((char **) fields), faults);
}

static void
test_convert (void)
{
  const char *const columns[] = { "name", "kind", "country", NULL };
  const char *const row[] = { "  Łódź  ", "lab; education", "Polska", NULL };
  const char *const odd_row[] = { "none", "lab", NULL };
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_fault_free);
  g_autoptr (RcImportMapping) mapping = rc_import_mapping_new ();
  g_autoptr (RcCustomerData) data = NULL;
  g_autoptr (RcCustomerData) odd = NULL;

  rc_import_mapping_set (mapping, RC_CUSTOMER_FIELD_NAME, RC_IMPORT_SOURCE_COLUMN, "name");
  rc_import_mapping_set (mapping, RC_CUSTOMER_FIELD_SEGMENT, RC_IMPORT_SOURCE_COLUMN, "kind");
  rc_import_mapping_set (mapping, RC_CUSTOMER_FIELD_COUNTRY, RC_IMPORT_SOURCE_COLUMN, "country");
  rc_import_mapping_set (mapping, RC_CUSTOMER_FIELD_ENGLISH_NAME, RC_IMPORT_SOURCE_DERIVED, NULL);
  rc_import_mapping_set (mapping, RC_CUSTOMER_FIELD_LANGUAGE, RC_IMPORT_SOURCE_DERIVED, NULL);
  rc_import_mapping_set (mapping, RC_CUSTOMER_FIELD_OFFER_TYPE, RC_IMPORT_SOURCE_VALUE, "Team");
  data = convert (mapping, columns, row, faults);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpstr (rc_customer_data_get (data, RC_CUSTOMER_FIELD_NAME), ==, "Łódź");
  g_assert_cmpstr (rc_customer_data_get (data, RC_CUSTOMER_FIELD_ENGLISH_NAME), ==, "Lodz");
  g_assert_cmpstr (rc_customer_data_get (data, RC_CUSTOMER_FIELD_SEGMENT), ==, "education");
  g_assert_cmpstr (rc_customer_data_get (data, RC_CUSTOMER_FIELD_COUNTRY), ==, "PL");
  g_assert_cmpstr (rc_customer_data_get (data, RC_CUSTOMER_FIELD_LANGUAGE), ==, "pl");
  g_assert_cmpstr (rc_customer_data_get (data, RC_CUSTOMER_FIELD_OFFER_TYPE), ==, "team");

  odd = convert (mapping, columns, odd_row, faults);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpint (((RcFault *) faults->pdata[0])->field, ==, RC_CUSTOMER_FIELD_SEGMENT);
  g_assert_null (odd->values[RC_CUSTOMER_FIELD_NAME]);
  g_assert_null (odd->values[RC_CUSTOMER_FIELD_COUNTRY]);

  rc_import_mapping_translate (mapping, RC_CUSTOMER_FIELD_SEGMENT, "*", "commercial");
  g_clear_pointer (&odd, rc_customer_data_free);
  odd = convert (mapping, columns, odd_row, faults);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (rc_customer_data_get (odd, RC_CUSTOMER_FIELD_SEGMENT), ==, "commercial");
}

static void
test_columns (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("import-XXXXXX", &error);
  g_autoptr (GFile) file = import_fixture_write (folder, "list.csv", "name,,name, city \r\na,b,c,d\r\n");
  g_autoptr (GFile) empty = import_fixture_write (folder, "empty.csv", "");
  g_autoptr (RcImportFile) loaded = import_fixture_load (file);
  const char *const expected[] = { "name", "#2", "name (2)", "city", NULL };

  g_assert_cmpstrv (rc_import_file_get_columns (loaded), expected);
  g_assert_cmpuint (rc_import_file_get_n_preview_rows (loaded), ==, 1);
  g_assert_null (rc_import_file_load (empty, NULL, NULL, &error));
  g_assert_error (error, RC_IMPORT_ERROR, RC_IMPORT_ERROR_EMPTY);
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_true (g_file_delete (empty, NULL, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/proposal-fits-the-public-lists (IO-2)", test_proposals);
  g_test_add_func ("/import/proposal-knows-the-languages (IO-2)", test_proposal_languages);
  g_test_add_func ("/import/proposal-reads-a-report-back (IO-1)", test_proposal_report);
  g_test_add_func ("/import/mapping-as-json-is-without-loss (IO-2)", test_json);
  g_test_add_func ("/import/gaps-get-a-value (IO-2)", test_if_empty);
  g_test_add_func ("/import/broken-maps-are-refused (IO-2)", test_json_faults);
  g_test_add_func ("/import/mappings-are-remembered-by-header (IO-2)", test_memory);
  g_test_add_func ("/import/pattern-takes-columns (IO-2)", test_pattern);
  g_test_add_func ("/import/pattern-names-what-is-wrong (IO-2)", test_pattern_faults);
  g_test_add_func ("/import/words-of-six-languages (IO-2)", test_words);
  g_test_add_func ("/import/rows-become-data (IO-2)", test_convert);
  g_test_add_func ("/import/columns-have-names-of-their-own (IO-2)", test_columns);
  return g_test_run ();
}
