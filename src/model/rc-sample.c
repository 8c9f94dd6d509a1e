/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-sample.h"

#include "rc-add-member.h"
#include "rc-cancel-purchase-authorization.h"
#include "rc-close-unpaid.h"
#include "rc-command-context.h"
#include "rc-country.h"
#include "rc-create-purchase-authorization.h"
#include "rc-csv-reader.h"
#include "rc-enroll-commitment.h"
#include "rc-enum-types.h"
#include "rc-invite-customer.h"
#include "rc-log-query.h"
#include "rc-membership-query.h"
#include "rc-message-table.h"
#include "rc-model-resources.h"
#include "rc-place-direct-order.h"
#include "rc-place-order.h"
#include "rc-product-line.h"
#include "rc-record-acceptance.h"
#include "rc-record-departure.h"
#include "rc-renew-membership.h"
#include "rc-sample-changes.h"
#include "rc-sample-plan.h"
#include "rc-send-reminder.h"
#include "rc-set-assigned-licences.h"
#include "rc-settings-table.h"
#include "rc-text.h"
#include "rc-workspace-setup.h"

#include <glib/gi18n-lib.h>

/* Fills a new workspace for trying: real names and places of public organizations, everything else about them made up. It
 * runs the program's own commands with dates in the past, so that nothing is there that could not have been done. All
 * but the VIP IDs is the same for the same day. */

#define ORGANIZATIONS "/org/resellerconsole/ResellerConsole/sample-organizations.csv"
#define SEED 20220401
#define N_MANAGERS 4
#define COMMITTED 12 /* licences of a 3-year commit: enough for VIP Select */
#define UNIX_EPOCH 719163 /* 1970-01-01 as an RcDate */
#define OFFICE_OPENS_AT (8 * 60) /* minutes */
#define OFFICE_MINUTES (9 * 60)
#define UNSENT_FOR (3 * G_TIME_SPAN_DAY) /* some messages are still to be sent, the older ones went out */

typedef struct
{
  RcCustomerData *data; /* (owned) */
  RcSegment segment;
  gint64 id;
  gint64 manager;
  gint64 last_pa;
} SampleCustomer;

typedef struct
{
  RcDatabase *database; /* (borrowed) */
  RcDate today;
  gint64 now;
  gint64 admin;
  gint64 managers[N_MANAGERS + 1]; /* the admin too */
  GPtrArray *products; /* (owned) of RcProductRecord */
  GArray *customers; /* (owned) of SampleCustomer */
  GRand *rand; /* (owned) */
  guint n_orders;
  guint n_events;
  guint n_changes;
} Sample;

/* What a country's made-up contact and address look like. */
static const struct
{
  const char *country;
  const char *given_name;
  const char *family_name;
  const char *street; /* with a number */
  const char *postal_code; /* N: a digit */
} MADE_UP[] = {
  { "BR", "Departamento", "de TI", "Rua Central, %u", "NNNNN-NNN" },
  { "PL", "Dział", "Informatyki", "ul. Centralna %u", "NN-NNN" },
  { "DK", "Afdelingen", "for it", "Hovedgaden %u", "NNNN" },
  { "FR", "Service", "Informatique", "%u, rue Centrale", "NNNNN" },
  { "IT", "Ufficio", "Informatica", "Via Centrale %u", "NNNNN" },
  { "US", "IT", "Department", "%u Main Street", "NNNNN" },
};

static void
sample_customer_clear (SampleCustomer *customer)
{
  g_clear_pointer (&customer->data, rc_customer_data_free);
}

static void
sample_clear (Sample *sample)
{
  g_clear_pointer (&sample->products, g_ptr_array_unref);
  g_clear_pointer (&sample->customers, g_array_unref);
  g_clear_pointer (&sample->rand, g_rand_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)

/* A moment of that day within office hours, never after now. */
static gint64
get_moment (Sample *sample, RcDate date)
{
  gint64 day = ((gint64) date - UNIX_EPOCH) * 24 * 60;
  gint64 minute = OFFICE_OPENS_AT + sample->n_events++ % OFFICE_MINUTES;

  return MIN ((day + minute) * 60 * G_USEC_PER_SEC, sample->now);
}

/* Takes @command. */
static RcCommandResult *
run (Sample *sample, RcCommand *command, GError **error)
{
  g_autoptr (RcCommand) owned = command;

  return rc_command_run_inside (owned, sample->database, get_moment (sample, rc_command_get_date (owned)),
                                NULL, error);
}

static void
make_up (Sample *sample, RcCustomerData *data, const char *country)
{
  guint number = (guint) g_rand_int_range (sample->rand, 1, 140);
  guint row = 0;
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  g_autofree char *postal_code = NULL;
  g_autoptr (GString) street = NULL;

  while (row < G_N_ELEMENTS (MADE_UP) - 1 && !g_str_equal (MADE_UP[row].country, country))
    row++;
  postal_code = g_strdup (MADE_UP[row].postal_code);
  for (char *c = postal_code; *c != '\0'; c++)
    if (*c == 'N')
      *c = (char) ('0' + g_rand_int_range (sample->rand, 1, 10));
  street = g_string_new (MADE_UP[row].street);
  g_string_replace (street, "%u", number_text, 1);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_STREET, street->str);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_POSTAL_CODE, postal_code);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_GIVEN_NAME, MADE_UP[row].given_name);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_FAMILY_NAME, MADE_UP[row].family_name);
}

/* @fields: name, segment, country, region, city. */
static RcCustomerData *
make_data (Sample *sample, const char *const *fields)
{
  RcCustomerData *data = rc_customer_data_new ();
  g_autofree char *email = rc_sample_make_address (fields[0]);
  gboolean large = g_rand_int_range (sample->rand, 0, 4) == 0;

  rc_customer_data_set (data, RC_CUSTOMER_FIELD_NAME, fields[0]);
  if (!rc_text_is_printable_ascii (fields[0]))
    {
      g_autofree char *english = rc_text_transliterate (fields[0]);

      rc_customer_data_set (data, RC_CUSTOMER_FIELD_ENGLISH_NAME, english);
    }
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_SEGMENT, fields[1]);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_OFFER_TYPE, large ? "enterprise" : "team");
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_COUNTRY, fields[2]);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_REGION, fields[3]);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_CITY, fields[4]);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_EMAIL, email);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_LANGUAGE, rc_country_get_language (fields[2]));
  make_up (sample, data, fields[2]);
  return data;
}

static gboolean
read_organizations (Sample *sample, GError **error)
{
  const RcCsvFormat format = { "UTF-8", ',' };
  g_autoptr (GInputStream) stream = g_resource_open_stream (rc_model_resources_get_resource (), ORGANIZATIONS,
                                                            G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (RcCsvReader) reader = stream != NULL ? rc_csv_reader_new (stream, &format) : NULL;
  const char *const *fields;
  g_autoptr (GError) local_error = NULL;

  if (reader == NULL)
    return FALSE;
  rc_csv_reader_next (reader, NULL, &local_error); /* the header */
  while (local_error == NULL && sample->customers->len < RC_SAMPLE_N_CUSTOMERS
         && (fields = rc_csv_reader_next (reader, NULL, &local_error)) != NULL)
    {
      SampleCustomer customer = { .data = make_data (sample, fields) };
      int segment;

      g_assert (rc_enum_from_nick (RC_TYPE_SEGMENT, fields[1], &segment));
      customer.segment = (RcSegment) segment;
      customer.manager = sample->managers[sample->customers->len * 3 % G_N_ELEMENTS (sample->managers)];
      g_array_append_val (sample->customers, customer);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* A week before anything happened. */
static RcDate
get_first_day (GArray *events)
{
  return rc_date_add_days (g_array_index (events, RcSampleEvent, 0).date, -7);
}

static gboolean
set_up (Sample *sample, RcDate date, GError **error)
{
  if (!rc_workspace_setup (sample->database, _ ("Primary admin"), "primary.admin@reseller.example",
                           RC_PRESET_VIP, get_moment (sample, date), date, &sample->admin, error))
    return FALSE;
  sample->products = rc_product_query_list (sample->database, error);
  return sample->products != NULL;
}

static gboolean
add_managers (Sample *sample, RcDate date, GError **error)
{
  sample->managers[0] = sample->admin;
  for (guint i = 1; i <= N_MANAGERS; i++)
    {
      /* Translators: a made-up name in the sample workspace, with a number. */
      g_autofree char *name = g_strdup_printf (_ ("Account manager %u"), i);
      g_autofree char *email = g_strdup_printf ("account.manager.%u@reseller.example", i);
      g_autoptr (RcCommandResult) result =
          run (sample, rc_add_member_new (sample->admin, date, name, email, RC_ROLE_ACCOUNT_MANAGER), error);

      if (result == NULL)
        return FALSE;
      sample->managers[i] = result->object_id;
    }
  return read_organizations (sample, error);
}

static gboolean
is_sold (const RcProductRecord *product, RcSegment segment, gboolean for_pa)
{
  return !product->retired && product->for_segment[segment] && (product->open_to_pa || !for_pa)
         && product->licence_kind != RC_LICENCE_KIND_CONSUMABLE;
}

/* One to three different products, more of them for few customers. */
static GPtrArray *
choose_lines (Sample *sample, const SampleCustomer *customer, gboolean for_pa, int least)
{
  GPtrArray *lines = rc_product_lines_new ();
  g_autoptr (GPtrArray) sold = g_ptr_array_new ();
  guint n = (guint) g_rand_int_range (sample->rand, 1, 4);

  for (guint i = 0; i < sample->products->len; i++)
    if (is_sold (sample->products->pdata[i], customer->segment, for_pa))
      g_ptr_array_add (sold, sample->products->pdata[i]);
  for (guint i = 0; i < n && sold->len > 0; i++)
    {
      guint at = (guint) g_rand_int_range (sample->rand, 0, (gint32) sold->len);
      const RcProductRecord *product = g_ptr_array_remove_index (sold, at);
      int quantity = g_rand_int_range (sample->rand, 1, g_rand_int_range (sample->rand, 4, 60));

      quantity = MAX (quantity, MAX (least, product->min_quantity));
      g_ptr_array_add (lines, rc_product_line_new (product->code, quantity));
    }
  return lines;
}

static char *
make_order_number (Sample *sample, RcDate date)
{
  int year, month, day;

  rc_date_get_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%d-%04u", year, ++sample->n_orders);
}

static RcCommand *
create_invitation (Sample *sample, const RcSampleEvent *event, SampleCustomer *customer)
{
  if (event->anniversary != RC_DATE_NONE)
    {
      g_autofree char *iso = rc_date_to_iso (event->anniversary);

      rc_customer_data_set (customer->data, RC_CUSTOMER_FIELD_ANNIVERSARY_DATE, iso);
    }
  return rc_invite_customer_new (customer->manager, event->date, customer->data, customer->manager);
}

static RcCommand *
create_purchase_authorization (Sample *sample, const RcSampleEvent *event, const SampleCustomer *customer)
{
  g_autoptr (GPtrArray) lines = choose_lines (sample, customer, TRUE, 1);
  g_autofree char *po_number = NULL;

  if (g_rand_int_range (sample->rand, 0, 3) == 0)
    po_number = g_strdup_printf ("PO-%05d", g_rand_int_range (sample->rand, 1, 100000));
  return rc_create_purchase_authorization_new (customer->manager, event->date, customer->id, lines, po_number,
                                               event->by_customer);
}

static RcCommand *
create_order (Sample *sample, const RcSampleEvent *event, const SampleCustomer *customer)
{
  g_autofree char *number = make_order_number (sample, event->date);
  g_autoptr (GPtrArray) lines = NULL;

  if (event->kind == RC_SAMPLE_PLACE_ORDER)
    return rc_place_order_new (customer->manager, event->date, customer->last_pa, number, event->date);
  lines = choose_lines (sample, customer, FALSE, event->many ? COMMITTED : 1);
  return rc_place_direct_order_new (customer->manager, event->date, customer->id, number, event->date, lines);
}

/* A part of what the customer has of each product. */
static RcCommand *
create_assignment (Sample *sample, const RcSampleEvent *event, const SampleCustomer *customer, GError **error)
{
  g_autoptr (RcMembershipRecord) record = rc_membership_query_load (sample->database, customer->id, error);
  g_autoptr (GPtrArray) lines = rc_product_lines_new ();

  if (record == NULL)
    return NULL;
  for (guint i = 0; i < record->licences->len; i++)
    {
      const RcLicenceRecord *licence = record->licences->pdata[i];
      int total = licence->ordered + licence->pending;

      g_ptr_array_add (lines, rc_product_line_new (licence->product_code,
                                                   g_rand_int_range (sample->rand, total / 2, total + 1)));
    }
  return rc_set_assigned_licences_new (customer->manager, event->date, customer->id, lines);
}

/* What was ordered for the term before, a little more or a little less of it, with a product left out now and then. */
static RcCommand *
create_renewal (Sample *sample, const RcSampleEvent *event, const SampleCustomer *customer, GError **error)
{
  g_autoptr (RcMembershipRecord) record = rc_membership_query_load (sample->database, customer->id, error);
  g_autoptr (GPtrArray) lines = rc_product_lines_new ();
  g_autofree char *number = make_order_number (sample, event->date);

  if (record == NULL)
    return NULL;
  for (guint i = 0; i < record->licences->len; i++)
    {
      const RcLicenceRecord *licence = record->licences->pdata[i];
      int quantity = licence->ordered + g_rand_int_range (sample->rand, -3, 5);

      if (quantity > 0 && (lines->len == 0 || g_rand_int_range (sample->rand, 0, 4) > 0))
        g_ptr_array_add (lines, rc_product_line_new (licence->product_code, quantity));
    }
  if (lines->len == 0)
    g_ptr_array_add (lines,
                     rc_product_line_new (((RcLicenceRecord *) record->licences->pdata[0])->product_code, 5));
  return rc_renew_membership_new (customer->manager, event->date, customer->id, number, event->date, lines);
}

static RcCommand *
create_command (Sample *sample, const RcSampleEvent *event, SampleCustomer *customer, GError **error)
{
  switch (event->kind)
    {
    case RC_SAMPLE_INVITE:
      return create_invitation (sample, event, customer);
    case RC_SAMPLE_REMIND:
      return rc_send_reminder_new (customer->manager, event->date, customer->id, NULL);
    case RC_SAMPLE_ACCEPT:
      return rc_record_acceptance_new (customer->manager, event->date, customer->id, event->date);
    case RC_SAMPLE_CREATE_PA:
      return create_purchase_authorization (sample, event, customer);
    case RC_SAMPLE_PLACE_ORDER:
    case RC_SAMPLE_PLACE_DIRECT_ORDER:
      return create_order (sample, event, customer);
    case RC_SAMPLE_CANCEL_PA:
      return rc_cancel_purchase_authorization_new (customer->manager, event->date, customer->last_pa);
    case RC_SAMPLE_CLOSE_UNPAID:
      return rc_close_unpaid_new (sample->admin, event->date, customer->last_pa,
                                  _ ("The customer withdrew from the purchase."));
    case RC_SAMPLE_SET_ASSIGNED:
      return create_assignment (sample, event, customer, error);
    case RC_SAMPLE_RENEW:
      return create_renewal (sample, event, customer, error);
    case RC_SAMPLE_ENROLL_COMMITMENT:
      return rc_enroll_commitment_new (customer->manager, event->date, customer->id, COMMITTED);
    case RC_SAMPLE_LEAVE:
      return rc_record_departure_new (customer->manager, event->date, customer->id);
    }
  g_return_val_if_reached (NULL);
}

static gboolean
run_event (Sample *sample, const RcSampleEvent *event, GError **error)
{
  SampleCustomer *customer = &g_array_index (sample->customers, SampleCustomer, event->customer);
  RcCommand *command = create_command (sample, event, customer, error);
  g_autoptr (RcCommandResult) result = command != NULL ? run (sample, command, error) : NULL;

  if (result == NULL)
    {
      g_prefix_error (error, "%s: ", rc_customer_data_get (customer->data, RC_CUSTOMER_FIELD_NAME));
      return FALSE;
    }
  if (event->kind == RC_SAMPLE_INVITE)
    customer->id = result->customer_id;
  if (event->kind == RC_SAMPLE_CREATE_PA)
    customer->last_pa = result->object_id;
  return TRUE;
}

static gboolean
put_settings (Sample *sample, GError **error)
{
  g_autofree char *me = g_strdup_printf ("%" G_GINT64_FORMAT, sample->admin);

  return rc_settings_table_set (sample->database, "sample", "1", error)
         && rc_settings_table_set (sample->database, "me", me, error)
         && rc_settings_table_set (sample->database, "reseller-name", _ ("Sample reseller"), error);
}

static gboolean
add_changes (Sample *sample, RcDate until, GError **error)
{
  return rc_sample_changes_add (sample->database, sample->managers + 1, sample->today, sample->now, until,
                                &sample->n_changes, error);
}

static gboolean
run_events (Sample *sample, GArray *events, GCancellable *cancellable, GError **error)
{
  if (!add_managers (sample, get_first_day (events), error))
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !add_changes (sample, g_array_index (events, RcSampleEvent, i).date - 1, error)
        || !run_event (sample, &g_array_index (events, RcSampleEvent, i), error))
      return FALSE;
  return add_changes (sample, sample->today, error)
         && rc_message_table_set_sent_before (sample->database, sample->now - UNSENT_FOR, error)
         && put_settings (sample, error);
}

/**
 * rc_sample_fill:
 * @database: an empty workspace, outside of a transaction
 * @today: the day on which every state is to be there
 * @now: that moment, µs, UTC
 * @cancellable: (nullable): stops it between two commands
 * @error: return location
 *
 * Fills it, in one transaction: a disk that is asked to be sure a thousand times takes its time.
 *
 * Returns: whether all commands were run; an error of #RcRuleError or #RcStoreError
 */
gboolean
rc_sample_fill (RcDatabase *database, RcDate today, gint64 now, GCancellable *cancellable, GError **error)
{
  g_auto (Sample) sample = { .database = database, .today = today, .now = now };
  g_autoptr (GArray) events = rc_sample_plan_make (today, RC_SAMPLE_N_CUSTOMERS);

  sample.rand = g_rand_new_with_seed (SEED);
  sample.customers = g_array_new (FALSE, TRUE, sizeof (SampleCustomer));
  g_array_set_clear_func (sample.customers, (GDestroyNotify) sample_customer_clear);
  if (!set_up (&sample, get_first_day (events), error) || !rc_database_begin (database, error))
    return FALSE;
  if (run_events (&sample, events, cancellable, error) && rc_database_commit (database, error))
    return TRUE;
  rc_database_rollback (database);
  return FALSE;
}
