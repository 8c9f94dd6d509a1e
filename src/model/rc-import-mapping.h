/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-customer-data.h"
#include "rc-import-dates.h"
#include "rc-import-file.h"
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Where a field's text comes from. */
typedef enum
{
  RC_IMPORT_SOURCE_NOTHING, /* the field stays empty */
  RC_IMPORT_SOURCE_COLUMN, /* text: the column's name */
  RC_IMPORT_SOURCE_VALUE, /* text: the same for all rows */
  RC_IMPORT_SOURCE_PATTERN, /* text: "info@{domain}" */
  RC_IMPORT_SOURCE_DERIVED /* from the row's other fields: the English name (CU-2), the mail language */
} RcImportSource;

/* What the columns of a CSV file mean (IO-2). A value type. */
typedef struct _RcImportMapping RcImportMapping;

#define RC_TYPE_IMPORT_MAPPING (rc_import_mapping_get_type ())
GType rc_import_mapping_get_type (void);

RcImportMapping *rc_import_mapping_new (void);
RcImportMapping *rc_import_mapping_copy (const RcImportMapping *mapping);
void rc_import_mapping_free (RcImportMapping *mapping);

void rc_import_mapping_set (RcImportMapping *mapping, RcCustomerField field, RcImportSource source,
                            const char *text);
RcImportSource rc_import_mapping_get_source (const RcImportMapping *mapping, RcCustomerField field);
const char *rc_import_mapping_get_text (const RcImportMapping *mapping, RcCustomerField field);
/* What a column or a pattern gives where the row says nothing. */
void rc_import_mapping_set_if_empty (RcImportMapping *mapping, RcCustomerField field, const char *text);
const char *rc_import_mapping_get_if_empty (const RcImportMapping *mapping, RcCustomerField field);
gboolean rc_import_mapping_can_be_empty (RcImportSource source);
gboolean rc_import_mapping_can_derive (RcCustomerField field);

void rc_import_mapping_set_nothing_words (RcImportMapping *mapping, const char *const *words);
const char *const *rc_import_mapping_get_nothing_words (const RcImportMapping *mapping);

/* Of dates with slashes; RC_DATE_ORDER_NONE: as the file tells. */
void rc_import_mapping_set_date_order (RcImportMapping *mapping, RcDateOrder order);
RcDateOrder rc_import_mapping_get_date_order (const RcImportMapping *mapping);

/* "City" in the column of the segment is "government". "*" stands for every word not named. */
void rc_import_mapping_translate (RcImportMapping *mapping, RcCustomerField field, const char *word,
                                  const char *value);
char *rc_import_mapping_look_up (const RcImportMapping *mapping, RcCustomerField field, const char *word);
GHashTable *rc_import_mapping_get_translations (const RcImportMapping *mapping, RcCustomerField field);

/* rc-import-mapping-json.c */
JsonNode *rc_import_mapping_to_json (const RcImportMapping *mapping);
RcImportMapping *rc_import_mapping_from_json (JsonNode *node, GError **error);
RcImportMapping *rc_import_mapping_load (GFile *file, RcCsvFormat *format, gboolean *has_format,
                                         GError **error);
char *rc_import_mapping_remember (const char *memory, const char *fingerprint,
                                  const RcImportMapping *mapping);
RcImportMapping *rc_import_mapping_recall (const char *memory, const char *fingerprint);

/* rc-import-proposal.c */
RcImportMapping *rc_import_mapping_propose (RcImportFile *file);

/* A mapping made ready for one file's rows; rc-import-converter.c. For one thread at a time. */
typedef struct _RcImportConverter RcImportConverter;
RcImportConverter *rc_import_converter_new (const RcImportMapping *mapping, const char *const *columns,
                                            GError **error);
gboolean rc_import_converter_has_dates (const RcImportConverter *converter);
gboolean rc_import_converter_learn_dates (RcImportConverter *converter, const char *const *fields,
                                          guint n_fields);
const char *rc_import_converter_get_doubtful_date (const RcImportConverter *converter, RcDate *read_as);
void rc_import_converter_free (RcImportConverter *converter);
RcCustomerData *rc_import_converter_convert (RcImportConverter *converter, const char *const *fields,
                                             guint n_fields, GPtrArray *faults);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcImportMapping, rc_import_mapping_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcImportConverter, rc_import_converter_free)

G_END_DECLS
