/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-rule-error.h"

/* The error domain of the rules: its codes are for the program, its messages for people. It says nothing of
 * what failed beneath the rules (the disk, the network): those layers have domains of their own. */

/**
 * rc_rule_error_quark:
 *
 * Returns: the domain of errors whose code is an RcRuleError
 */
G_DEFINE_QUARK (rc_rule_error, rc_rule_error)
