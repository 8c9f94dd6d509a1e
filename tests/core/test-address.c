/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-address.h"

/* Addresses in the order of lines of their country. */

static void
test_layouts (void)
{
  static const struct
  {
    const char *country, *street, *postal_code, *city, *region;
    const char *expected;
  } cases[] = {
    { "BR", "Rua Nova, 12", "01310-100", "São Paulo", "SP", "Rua Nova, 12\nSão Paulo-SP\n01310-100" },
    { "BR", "Rua Nova, 12", "01310-100", "Santos", "São Paulo", "Rua Nova, 12\nSantos\n01310-100" },
    { "PL", "ul. Nowa 12/3", "00-590", "Łódź", "łódzkie", "ul. Nowa 12/3\n00-590 Łódź" },
    { "DK", "Nygade 12, 2.", "1620", "København V", "Hovedstaden", "Nygade 12, 2.\n1620 København V" },
    { "FR", "12 rue Neuve", "01000", "Hérouville cedex", "Normandie",
      "12 rue Neuve\n01000 HÉROUVILLE CEDEX" },
    { "IT", "Via Nuova 12", "00184", "Roma", "rm", "Via Nuova 12\n00184 Roma RM" },
    { "IT", "Via Nuova 12", "00184", "Roma", "Lazio", "Via Nuova 12\n00184 Roma" },
    { "US", "12 New Street", "20500-0003", "Springfield", "IL", "12 New Street\nSpringfield, IL 20500-0003" },
    { "GB", "12 New Street", "AB1 2CD", "Newtown", "Powys", "12 New Street\nNewtown\nAB1 2CD" },
    { "PT", "Rua Nova 12", "1000-205", "Lisboa", "Lisboa", "Rua Nova 12\n1000-205 Lisboa" },
    { "DE", "Neue Straße 12", "10115", "Berlin", "BE", "Neue Straße 12\n10115 Berlin" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = rc_address_format (cases[i].country, cases[i].street, cases[i].postal_code,
                                                    cases[i].city, cases[i].region);

      g_assert_cmpstr (address, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/as-its-country-writes-it", test_layouts);
  return g_test_run ();
}
