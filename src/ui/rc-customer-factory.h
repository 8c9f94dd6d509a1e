/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-customer.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkListItemFactory *rc_customer_factory_new (RcCustomerText text);

G_END_DECLS
