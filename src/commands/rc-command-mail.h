/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-context.h"

G_BEGIN_DECLS

/* Values for a template's placeholders: char * → char *, both owned. */
GHashTable *rc_command_mail_values_new (void);
void rc_command_mail_values_add (GHashTable *values, const char *name, const char *value);
void rc_command_mail_values_add_date (GHashTable *values, const char *name, const RcCustomerRecord *customer,
                                      RcDate date);

gboolean rc_command_mail_customer (RcCommandContext *context, const RcCustomerRecord *customer,
                                   RcMessageKind kind, GHashTable *values, GError **error);
gboolean rc_command_mail_manager (RcCommandContext *context, const RcCustomerRecord *customer,
                                  RcMessageKind kind, GHashTable *values, GError **error);
/* To somebody who is neither. */
char *rc_command_mail_dup_reseller (RcCommandContext *context, GError **error);
const char *rc_command_mail_get_desk_language (void);
gboolean rc_command_mail_person (RcCommandContext *context, RcMessageRecord *message, GHashTable *values,
                                 GError **error);
gboolean rc_command_mail_member (RcCommandContext *context, const RcMemberRecord *member, RcMessageKind kind,
                                 GHashTable *values, GError **error);

G_END_DECLS
