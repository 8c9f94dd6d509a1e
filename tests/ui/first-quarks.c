/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* dl_iterate_phdr() */
#include <glib.h>

/*
 * For the address sanitizer alone: GLib's first list of quarks has room for 2048. A window with its dialogs names
 * more styles, properties and actions than that; GLib then takes a longer list and leaves the first one to whoever
 * may still read it. A copy of GLib's variables, as they were at the start, goes on pointing to it.
 */
#ifdef __SANITIZE_ADDRESS__
#include <link.h>

static volatile gpointer variables_at_start; /* (owned): for as long as the program lives */

static int
copy_variables (struct dl_phdr_info *library, G_GNUC_UNUSED size_t size, G_GNUC_UNUSED void *data)
{
  if (!strstr (library->dlpi_name, "/libglib-2.0.so"))
    return 0;
  for (int i = 0; i < library->dlpi_phnum; i++)
    {
      const ElfW (Phdr) *segment = &library->dlpi_phdr[i];

      if (segment->p_type == PT_LOAD && (segment->p_flags & PF_W))
        variables_at_start =
            g_memdup2 ((const char *) library->dlpi_addr + segment->p_vaddr, segment->p_memsz);
    }
  return 1;
}

__attribute__ ((constructor)) static void
keep_first_quarks (void)
{
  dl_iterate_phdr (copy_variables, NULL);
}
#endif
