/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-address.h"

#include <string.h>

/* Lays out addresses: the order of the lines, and where the postal code and the region stand, are the country's, whatever
 * language is spoken. The country's name is not part of it. */

typedef struct
{
  char code[3];
  const char
      *layout; /* %S street, %P postal code, %C city, %U city in capitals, %R region with what is before it */
  const char *before_region;
} Layout;

/* The region is printed only where the post wants its letters after the town. */
static const Layout layouts[] = {
  { "BR", "%S\n%C%R\n%P", "-" }, { "FR", "%S\n%P %U", NULL },   { "GB", "%S\n%C\n%P", NULL },
  { "IT", "%S\n%P %C%R", " " },  { "US", "%S\n%C%R %P", ", " },
};
static const Layout usual_layout = { "", "%S\n%P %C", NULL };

static const Layout *
find_layout (const char *country)
{
  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (g_str_equal (layouts[i].code, country))
      return &layouts[i];
  return &usual_layout;
}

/* "SP", not "São Paulo". */
static gboolean
is_abbreviation (const char *region)
{
  return strlen (region) == 2 && g_ascii_isalpha (region[0]) && g_ascii_isalpha (region[1]);
}

static void
append_region (GString *address, const Layout *layout, const char *region)
{
  g_autofree char *letters = NULL;

  if (!is_abbreviation (region))
    return;
  letters = g_ascii_strup (region, -1);
  g_string_append_printf (address, "%s%s", layout->before_region, letters);
}

static void
append_part (GString *address, const Layout *layout, char part, const char *const *values)
{
  static const char parts[] = "SPCR";
  g_autofree char *capitals = NULL;

  if (part == 'R')
    append_region (address, layout, values[3]);
  else if (part == 'U')
    {
      capitals = g_utf8_strup (values[2], -1);
      g_string_append (address, capitals);
    }
  else
    g_string_append (address, values[strchr (parts, part) - parts]);
}

/**
 * rc_address_format:
 * @country: ISO 3166-1 alpha-2
 * @street: street and house number
 * @postal_code: a postal code
 * @city: a town
 * @region: a region, printed where the country prints its letters
 *
 * Returns: (transfer full): the address in lines, without the country
 */
char *
rc_address_format (const char *country, const char *street, const char *postal_code, const char *city,
                   const char *region)
{
  const Layout *layout = find_layout (country);
  const char *const values[] = { street, postal_code, city, region };
  GString *address = g_string_new (NULL);

  for (const char *p = layout->layout; *p != '\0'; p++)
    {
      if (*p == '%')
        append_part (address, layout, *++p, values);
      else
        g_string_append_c (address, *p);
    }
  return g_string_free (address, FALSE);
}
