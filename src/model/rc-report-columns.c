/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-report-columns.h"

#include "rc-country.h"
#include "rc-enum-types.h"
#include "rc-format.h"
#include "rc-vocabulary.h"
#include "rc-words.h"

#include <glib/gi18n-lib.h>

/* The columns of the report: their headings in each language, and what a cell of a closed set or a date is for people. It
 * writes nothing; an import looks here to know a report again. */

#define NO_FIELD RC_N_CUSTOMER_FIELDS

typedef enum
{
  CELL_TEXT, /* the same for everybody */
  CELL_SEGMENT,
  CELL_OFFER_TYPE,
  CELL_INVITATION_STATUS,
  CELL_REQUEST_STATE,
  CELL_COUNTRY,
  CELL_LANGUAGE,
  CELL_DATE
} CellKind;

typedef struct
{
  CellKind kind;
  guint field; /* that an import reads from it; NO_FIELD */
  const char *heading;
} Column;

static const Column columns[] = {
  [RC_REPORT_NAME] = { CELL_TEXT, RC_CUSTOMER_FIELD_NAME, N_ ("Organization name") },
  [RC_REPORT_ENGLISH_NAME] = { CELL_TEXT, RC_CUSTOMER_FIELD_ENGLISH_NAME,
                               N_ ("Organization name in English") },
  [RC_REPORT_VIP_ID] = { CELL_TEXT, RC_CUSTOMER_FIELD_VIP_ID, N_ ("VIP ID") },
  [RC_REPORT_SEGMENT] = { CELL_SEGMENT, RC_CUSTOMER_FIELD_SEGMENT, N_ ("Market segment") },
  [RC_REPORT_OFFER_TYPE] = { CELL_OFFER_TYPE, RC_CUSTOMER_FIELD_OFFER_TYPE, NC_ ("offer", "Type") },
  [RC_REPORT_COUNTRY] = { CELL_COUNTRY, RC_CUSTOMER_FIELD_COUNTRY, N_ ("Country") },
  [RC_REPORT_REGION] = { CELL_TEXT, RC_CUSTOMER_FIELD_REGION, N_ ("Region") },
  [RC_REPORT_STREET] = { CELL_TEXT, RC_CUSTOMER_FIELD_STREET, N_ ("Street") },
  [RC_REPORT_CITY] = { CELL_TEXT, RC_CUSTOMER_FIELD_CITY, N_ ("City") },
  [RC_REPORT_POSTAL_CODE] = { CELL_TEXT, RC_CUSTOMER_FIELD_POSTAL_CODE, N_ ("Postal code") },
  [RC_REPORT_GIVEN_NAME] = { CELL_TEXT, RC_CUSTOMER_FIELD_GIVEN_NAME, N_ ("Given name") },
  [RC_REPORT_FAMILY_NAME] = { CELL_TEXT, RC_CUSTOMER_FIELD_FAMILY_NAME, N_ ("Family name") },
  [RC_REPORT_EMAIL] = { CELL_TEXT, RC_CUSTOMER_FIELD_EMAIL, N_ ("Email address") },
  [RC_REPORT_LANGUAGE] = { CELL_LANGUAGE, RC_CUSTOMER_FIELD_LANGUAGE, N_ ("Mail language") },
  [RC_REPORT_MANAGED_BY] = { CELL_TEXT, NO_FIELD, N_ ("Managed by") },
  [RC_REPORT_MANAGED_BY_EMAIL] = { CELL_TEXT, NO_FIELD, N_ ("Managed by, email address") },
  [RC_REPORT_INVITATION_STATUS] = { CELL_INVITATION_STATUS, NO_FIELD, N_ ("VIP invitation status") },
  [RC_REPORT_INVITED_ON] = { CELL_DATE, RC_CUSTOMER_FIELD_INVITED_ON, N_ ("Invited on") },
  [RC_REPORT_REMINDED_ON] = { CELL_DATE, NO_FIELD, N_ ("Reminded on") },
  [RC_REPORT_ACCEPTED_ON] = { CELL_DATE, RC_CUSTOMER_FIELD_ACCEPTED_ON, N_ ("Accepted on") },
  [RC_REPORT_ANNIVERSARY_DATE] = { CELL_DATE, NO_FIELD, N_ ("Anniversary date") },
  [RC_REPORT_CUSTOM_ANNIVERSARY_DATE] = { CELL_DATE, RC_CUSTOMER_FIELD_ANNIVERSARY_DATE,
                                          N_ ("Custom anniversary date") },
  [RC_REPORT_OLDEST_REQUEST] = { CELL_DATE, NO_FIELD, N_ ("Oldest request") },
  [RC_REPORT_REQUEST_STATE] = { CELL_REQUEST_STATE, NO_FIELD, N_ ("State of the oldest request") },
  [RC_REPORT_LICENCES_TOTAL] = { CELL_TEXT, NO_FIELD, N_ ("Total licenses") },
  [RC_REPORT_MOVED_ON] = { CELL_DATE, NO_FIELD, N_ ("Moved to another reseller on") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == RC_N_REPORT_COLUMNS);

static const char *
get_context (RcReportColumn column)
{
  return column == RC_REPORT_OFFER_TYPE ? "offer" : NULL;
}

/**
 * rc_report_column_get_heading:
 * @column: a column
 *
 * Returns: (transfer none): its heading in the user's language
 */
const char *
rc_report_column_get_heading (RcReportColumn column)
{
  const char *context = get_context (column);

  if (context != NULL)
    return g_dpgettext2 (GETTEXT_PACKAGE, context, columns[column].heading);
  return g_dgettext (GETTEXT_PACKAGE, columns[column].heading);
}

/**
 * rc_report_column_get_heading_in:
 * @column: a column
 * @language: one of rc_language_list_codes()
 *
 * Returns: (transfer none) (nullable): its heading in @language; %NULL where it was not translated
 */
const char *
rc_report_column_get_heading_in (RcReportColumn column, const char *language)
{
  return rc_vocabulary_get (language, get_context (column), columns[column].heading);
}

/**
 * rc_report_column_from_field:
 * @field: a field
 * @column: (out): the column that an import reads it from
 *
 * Returns: whether there is one
 */
gboolean
rc_report_column_from_field (RcCustomerField field, RcReportColumn *column)
{
  for (guint i = 0; i < RC_N_REPORT_COLUMNS; i++)
    if (columns[i].field == (guint) field)
      {
        *column = (RcReportColumn) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * rc_report_column_has_words:
 * @column: a column
 *
 * Returns: whether its cells are not the same for people and for programs
 */
gboolean
rc_report_column_has_words (RcReportColumn column)
{
  return columns[column].kind != CELL_TEXT;
}

static const char *
describe_nick (CellKind kind, const char *nick)
{
  int number = 0;

  if (kind == CELL_SEGMENT && rc_enum_from_nick (RC_TYPE_SEGMENT, nick, &number))
    return rc_words_segment ((RcSegment) number);
  if (kind == CELL_OFFER_TYPE && rc_enum_from_nick (RC_TYPE_OFFER_TYPE, nick, &number))
    return rc_words_offer_type ((RcOfferType) number);
  if (kind == CELL_INVITATION_STATUS && rc_enum_from_nick (RC_TYPE_INVITATION_STATUS, nick, &number))
    return rc_words_invitation_status ((RcInvitationStatus) number);
  if (kind == CELL_REQUEST_STATE && rc_enum_from_nick (RC_TYPE_REQUEST_STATE, nick, &number))
    return rc_words_request_state ((RcRequestState) number);
  return nick;
}

/**
 * rc_report_column_describe:
 * @column: a column for which rc_report_column_has_words()
 * @value: a cell for programs, not empty: a nick, a code, an ISO 8601 date
 *
 * Returns: (transfer full): the cell for people, in the user's language and as the locale writes dates
 */
char *
rc_report_column_describe (RcReportColumn column, const char *value)
{
  const char *name;

  switch (columns[column].kind)
    {
    case CELL_COUNTRY:
      return rc_country_get_name (value);
    case CELL_LANGUAGE:
      name = rc_words_language (value);
      return g_strdup (*name != '\0' ? name : value);
    case CELL_DATE:
      return rc_format_date_in_full (rc_date_from_iso (value));
    case CELL_TEXT:
    case CELL_SEGMENT:
    case CELL_OFFER_TYPE:
    case CELL_INVITATION_STATUS:
    case CELL_REQUEST_STATE:
      return g_strdup (describe_nick (columns[column].kind, value));
    }
  g_return_val_if_reached (NULL);
}
