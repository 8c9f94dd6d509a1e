/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-collator.h"

#include "rc-locale.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

/* The order of one locale, as keys that a database can index: bytes that compare like the texts do. Case and accents
 * decide only between texts that are else the same (tertiary strength). Keys of different locales, or of different
 * versions of ICU, are not comparable: compare rc_collator_get_locale() first. One object for each thread. */

struct _RcCollator
{
  GObject parent_instance;

  UCollator *collator; /* (owned) */
  char *locale; /* (owned) */
  GArray *units; /* (owned) UChar, scratch */
  GByteArray *key; /* (owned) scratch */
};

G_DEFINE_FINAL_TYPE (RcCollator, rc_collator, G_TYPE_OBJECT)

static void
rc_collator_finalize (GObject *object)
{
  RcCollator *self = RC_COLLATOR (object);

  g_clear_pointer (&self->collator, ucol_close);
  g_clear_pointer (&self->locale, g_free);
  g_clear_pointer (&self->units, g_array_unref);
  g_clear_pointer (&self->key, g_byte_array_unref);

  G_OBJECT_CLASS (rc_collator_parent_class)->finalize (object);
}

static void
rc_collator_class_init (RcCollatorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rc_collator_finalize;
}

static void
rc_collator_init (RcCollator *self)
{
  self->units = g_array_new (FALSE, FALSE, sizeof (UChar));
  self->key = g_byte_array_new ();
}

/* ICU's name of a locale of the C library: without the charset; the root for the C locale. */
static char *
icu_locale (const char *locale)
{
  g_autofree char *name = NULL;

  name = g_strdup (locale != NULL ? locale : rc_locale_get_collation ());
  name[strcspn (name, ".@")] = '\0';
  if (g_str_equal (name, "C") || g_str_equal (name, "POSIX"))
    return g_strdup ("root");
  return g_steal_pointer (&name);
}

static char *
describe (UCollator *collator)
{
  UErrorCode status = U_ZERO_ERROR;
  const char *actual = ucol_getLocaleByType (collator, ULOC_ACTUAL_LOCALE, &status);
  UVersionInfo version;
  char version_text[U_MAX_VERSION_STRING_LENGTH];

  u_getVersion (version);
  u_versionToString (version, version_text);
  if (U_FAILURE (status) || actual == NULL || *actual == '\0')
    actual = "root";
  return g_strdup_printf ("%s@icu%s", actual, version_text);
}

/**
 * rc_collator_new:
 * @locale: (nullable): a locale such as "pl" or "pt_BR.UTF-8"; %NULL: the user's, from rc_locale_get_collation()
 *
 * Where ICU has no order of its own for the locale, the root's is taken.
 *
 * Returns: (transfer full): a collator
 */
RcCollator *
rc_collator_new (const char *locale)
{
  RcCollator *self;
  g_autofree char *name = NULL;
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (locale == NULL || *locale != '\0', NULL);

  name = icu_locale (locale);
  self = g_object_new (RC_TYPE_COLLATOR, NULL);
  self->collator = ucol_open (name, &status);
  if (U_FAILURE (status))
    g_error ("ICU has no collation data: %s", u_errorName (status));
  ucol_setStrength (self->collator, UCOL_TERTIARY);
  self->locale = describe (self->collator);
  return self;
}

/**
 * rc_collator_get_locale:
 * @self: a collator
 *
 * What has to be the same for keys to be comparable: where the order comes from, and the version of ICU. Locales with the
 * same order have the same name here.
 *
 * Returns: (transfer none): for example "pl@icu72.1" or "root@icu72.1"
 */
const char *
rc_collator_get_locale (RcCollator *self)
{
  g_return_val_if_fail (RC_IS_COLLATOR (self), NULL);
  return self->locale;
}

/**
 * rc_collator_get_key:
 * @self: a collator
 * @text: UTF-8; what is not valid counts as U+FFFD
 *
 * Returns: (transfer full): bytes that compare (memcmp(), a shorter one first) as the texts do in the locale
 */
GBytes *
rc_collator_get_key (RcCollator *self, const char *text)
{
  size_t n_bytes;
  int32_t n_units = 0;
  int32_t length;
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (RC_IS_COLLATOR (self) && text != NULL, NULL);

  n_bytes = strlen (text);
  g_assert (n_bytes < G_MAXINT32 / 8);
  g_array_set_size (self->units, (guint) n_bytes + 1);
  u_strFromUTF8WithSub ((UChar *) (gpointer) self->units->data, (int32_t) n_bytes + 1, &n_units, text,
                        (int32_t) n_bytes, 0xFFFD, NULL, &status);
  g_assert (U_SUCCESS (status));

  g_byte_array_set_size (self->key, MAX (self->key->len, 256));
  for (;;)
    {
      length = ucol_getSortKey (self->collator, (UChar *) (gpointer) self->units->data, n_units,
                                self->key->data, (int32_t) self->key->len);
      if (length <= (int32_t) self->key->len)
        break;
      g_byte_array_set_size (self->key, (guint) length);
    }
  /* Without the zero byte at the end, which every key has. */
  return g_bytes_new (self->key->data, length > 0 ? (gsize) length - 1 : 0);
}
