/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-enums.h"

#include "rc-enum-types.h"

/* The words by which a closed set is known outside of the program: in the database and in JSON. */

/**
 * rc_enum_to_nick:
 * @type: an enumeration of rc-enums.h
 * @value: one of its values
 *
 * Returns: (transfer none): the value's nick, a static string
 */
const char *
rc_enum_to_nick (GType type, int value)
{
  g_autoptr (GEnumClass) enum_class = g_type_class_ref (type);
  GEnumValue *enum_value = g_enum_get_value (enum_class, value);

  g_return_val_if_fail (enum_value != NULL, NULL);
  return enum_value->value_nick;
}

/**
 * rc_enum_from_nick:
 * @type: an enumeration of rc-enums.h
 * @nick: (nullable): what was read
 * @value: (out): the value, untouched where %FALSE is returned
 *
 * Returns: whether @nick names a value of @type
 */
gboolean
rc_enum_from_nick (GType type, const char *nick, int *value)
{
  g_autoptr (GEnumClass) enum_class = g_type_class_ref (type);
  GEnumValue *enum_value = nick != NULL ? g_enum_get_value_by_nick (enum_class, nick) : NULL;

  if (enum_value == NULL)
    return FALSE;
  *value = enum_value->value;
  return TRUE;
}
