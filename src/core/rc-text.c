/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-text.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* Text without a locale: forms for searching and comparing, and what may stand in a field. Any thread may call it. Order
 * is not here, since it has a locale: see RcCollator. */

#define TRANSLITERATION "Any-Latin; Latin-ASCII"
#define INLINE_LENGTH 256

/* Letters that Unicode does not take apart, and punctuation that people type in more than one way. Lower case only: what
 * is folded has been lowered before. Sorted. */
static const struct
{
  UChar32 from;
  const char *to;
} folds[] = {
  { 0x00E6, "ae" }, { 0x00F0, "d" }, { 0x00F8, "o" },  { 0x00FE, "th" }, { 0x0111, "d" },  { 0x0127, "h" },
  { 0x0131, "i" },  { 0x0138, "k" }, { 0x0142, "l" },  { 0x014B, "n" },  { 0x0153, "oe" }, { 0x0167, "t" },
  { 0x0180, "b" },  { 0x0192, "f" }, { 0x01B6, "z" },  { 0x0268, "i" },  { 0x02B9, "'" },  { 0x02BC, "'" },
  { 0x2010, "-" },  { 0x2011, "-" }, { 0x2012, "-" },  { 0x2013, "-" },  { 0x2014, "-" },  { 0x2018, "'" },
  { 0x2019, "'" },  { 0x201A, "'" }, { 0x201C, "\"" }, { 0x201D, "\"" }, { 0x201E, "\"" },
};

/* UTF-16 in a buffer that is on the stack for short texts. Never copied. */
typedef struct
{
  UChar *units;
  int32_t length;
  int32_t capacity;
  UChar on_stack[INLINE_LENGTH];
} Utf16;

static void
utf16_init (Utf16 *self)
{
  self->units = self->on_stack;
  self->length = 0;
  self->capacity = INLINE_LENGTH;
}

static void
utf16_clear (Utf16 *self)
{
  if (self->units != self->on_stack)
    g_free (self->units);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Utf16, utf16_clear)

/* Makes room for @capacity units; what was there is lost. */
static void
utf16_reserve (Utf16 *self, int32_t capacity)
{
  if (capacity <= self->capacity)
    return;
  utf16_clear (self);
  self->units = g_new (UChar, capacity);
  self->capacity = capacity;
}

static void
utf16_set_utf8 (Utf16 *self, const char *text)
{
  size_t length = strlen (text);
  UErrorCode status = U_ZERO_ERROR;

  g_assert (length < G_MAXINT32);
  utf16_reserve (self, (int32_t) length + 1);
  u_strFromUTF8WithSub (self->units, self->capacity, &self->length, text, (int32_t) length, 0xFFFD, NULL,
                        &status);
  g_assert (U_SUCCESS (status));
}

static void
utf16_set_normalized (Utf16 *self, const UNormalizer2 *normalizer, const Utf16 *source)
{
  UErrorCode status = U_ZERO_ERROR;

  utf16_reserve (self, source->length * 2 + 16);
  self->length =
      unorm2_normalize (normalizer, source->units, source->length, self->units, self->capacity, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR)
    {
      status = U_ZERO_ERROR;
      utf16_reserve (self, self->length + 1);
      self->length =
          unorm2_normalize (normalizer, source->units, source->length, self->units, self->capacity, &status);
    }
  g_assert (U_SUCCESS (status));
}

static void
append_unichar (GString *out, UChar32 character)
{
  if (U_IS_SURROGATE (character))
    character = 0xFFFD;
  g_string_append_unichar (out, (gunichar) character);
}

static gboolean
is_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;
  return TRUE;
}

static int
compare_fold (const void *key, const void *element)
{
  UChar32 character = *(const UChar32 *) key;
  UChar32 from = *(const UChar32 *) element;

  return character < from ? -1 : character > from;
}

static void
append_folded (GString *out, UChar32 character)
{
  const char *to = NULL;

  if (character < 0x80)
    {
      g_string_append_c (out, (char) character); /* most of them, and never a mark */
      return;
    }
  if (character >= folds[0].from && character <= folds[G_N_ELEMENTS (folds) - 1].from)
    {
      gconstpointer found = bsearch (&character, folds, G_N_ELEMENTS (folds), sizeof folds[0], compare_fold);

      to = found != NULL ? folds[((const char *) found - (const char *) folds) / sizeof folds[0]].to : NULL;
    }
  if (to != NULL)
    g_string_append (out, to);
  else if (u_charType (character) != U_NON_SPACING_MARK)
    append_unichar (out, character);
}

/* Case folded and, of characters that only look different, one form (NFKC_Casefold). */
static void
fold_case (const char *text, Utf16 *folded)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *casefold = unorm2_getNFKCCasefoldInstance (&status);
  g_auto (Utf16) source;

  utf16_init (&source);
  g_assert (U_SUCCESS (status));
  utf16_set_utf8 (&source, text);
  utf16_set_normalized (folded, casefold, &source);
}

/**
 * rc_text_fold:
 * @text: UTF-8; what is not valid counts as U+FFFD
 *
 * The form of @text in which it is searched, and in which what is searched for is looked up: without case and accents,
 * also ł, ø, æ, œ, đ, ß and þ in plain letters (FI-4). Other scripts stay. Folding twice changes nothing more.
 *
 * Returns: (transfer full): the folded text
 */
char *
rc_text_fold (const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *decompose;
  g_auto (Utf16) folded;
  g_auto (Utf16) decomposed;
  GString *out;

  utf16_init (&folded);
  utf16_init (&decomposed);
  g_return_val_if_fail (text != NULL, NULL);
  if (is_ascii (text))
    return g_ascii_strdown (text, -1);

  decompose = unorm2_getNFKDInstance (&status);
  g_assert (U_SUCCESS (status));
  fold_case (text, &folded);
  utf16_set_normalized (&decomposed, decompose, &folded);

  out = g_string_sized_new (strlen (text) + 1);
  for (int32_t i = 0; i < decomposed.length;)
    {
      UChar32 character;

      U16_NEXT (decomposed.units, i, decomposed.length, character);
      append_folded (out, character);
    }
  return g_string_free (out, FALSE);
}

/* Runs of white space become one space; none is left at the ends. */
static char *
collapse_spaces (const UChar *units, int32_t length)
{
  GString *out = g_string_sized_new ((gsize) length + 1);
  gboolean pending = FALSE;

  for (int32_t i = 0; i < length;)
    {
      UChar32 character;

      U16_NEXT (units, i, length, character);
      if (u_isUWhiteSpace (character))
        {
          pending = out->len > 0;
          continue;
        }
      if (pending)
        g_string_append_c (out, ' ');
      pending = FALSE;
      append_unichar (out, character);
    }
  return g_string_free (out, FALSE);
}

/* The same for what most names are made of, many times faster. */
static char *
fold_ascii_name (const char *text)
{
  char *folded = g_malloc (strlen (text) + 1);
  char *end = folded;

  for (; *text != '\0'; text++)
    if (*text != ' ' || (end > folded && end[-1] != ' '))
      *end++ = g_ascii_tolower (*text);
  if (end > folded && end[-1] == ' ')
    end--;
  *end = '\0';
  return folded;
}

/**
 * rc_text_fold_name:
 * @text: UTF-8; what is not valid counts as U+FFFD
 *
 * The form in which organization names are compared (CU-8): case-folded, runs of white space as one space. Accents
 * count.
 *
 * Returns: (transfer full): the folded name
 */
char *
rc_text_fold_name (const char *text)
{
  g_auto (Utf16) folded;

  utf16_init (&folded);
  g_return_val_if_fail (text != NULL, NULL);
  if (rc_text_is_printable_ascii (text))
    return fold_ascii_name (text);
  fold_case (text, &folded);
  return collapse_spaces (folded.units, folded.length);
}

static char *
trim_ascii (const char *text)
{
  gsize length;

  text += strspn (text, " ");
  length = strlen (text);
  while (length > 0 && text[length - 1] == ' ')
    length--;
  return g_strndup (text, length);
}

/**
 * rc_text_trim:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text without the white space of Unicode at its two ends
 */
char *
rc_text_trim (const char *text)
{
  const char *end;

  g_return_val_if_fail (text != NULL, NULL);
  if (rc_text_is_printable_ascii (text))
    return trim_ascii (text);
  if (!g_utf8_validate (text, -1, NULL))
    return g_strdup (text);

  while (*text != '\0' && u_isUWhiteSpace ((UChar32) g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  end = text + strlen (text);
  while (end > text)
    {
      const char *previous = g_utf8_prev_char (end);

      if (!u_isUWhiteSpace ((UChar32) g_utf8_get_char (previous)))
        break;
      end = previous;
    }
  return g_strndup (text, (gsize) (end - text));
}

static void
close_transliterator (gpointer transliterator)
{
  utrans_close (transliterator);
}

/* Making one takes long and it is not safe to share: each thread keeps its own. */
static UTransliterator *
get_transliterator (void)
{
  static GPrivate of_thread = G_PRIVATE_INIT (close_transliterator);
  UTransliterator *transliterator = g_private_get (&of_thread);

  if (transliterator == NULL)
    {
      UErrorCode status = U_ZERO_ERROR;
      UChar id[sizeof TRANSLITERATION];

      u_uastrcpy (id, TRANSLITERATION);
      transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
      if (U_FAILURE (status))
        g_error ("ICU has no transliteration %s: %s", TRANSLITERATION, u_errorName (status));
      g_private_set (&of_thread, transliterator);
    }
  return transliterator;
}

/**
 * rc_text_transliterate:
 * @text: UTF-8
 *
 * Proposes how @text can be written in printable ASCII (CU-2), for the user to edit. What cannot be written so is left
 * out; runs of white space become one space.
 *
 * Returns: (transfer full): printable ASCII, perhaps empty
 */
char *
rc_text_transliterate (const char *text)
{
  UTransliterator *transliterator;
  UErrorCode status;
  g_auto (Utf16) source;
  g_auto (Utf16) latin;
  GString *out;
  int32_t room, limit;

  utf16_init (&source);
  utf16_init (&latin);
  g_return_val_if_fail (text != NULL, NULL);

  transliterator = get_transliterator ();
  utf16_set_utf8 (&source, text);
  room = source.length * 2 + 32;
  do
    {
      room *= 2;
      utf16_reserve (&latin, room);
      memcpy (latin.units, source.units, (size_t) source.length * sizeof (UChar));
      latin.length = limit = source.length;
      status = U_ZERO_ERROR;
      utrans_transUChars (transliterator, latin.units, &latin.length, latin.capacity, 0, &limit, &status);
    }
  while (status == U_BUFFER_OVERFLOW_ERROR);

  out = g_string_sized_new ((gsize) latin.length + 1);
  for (int32_t i = 0; U_SUCCESS (status) && i < latin.length; i++)
    {
      gboolean is_space = u_isUWhiteSpace (latin.units[i]);

      if (is_space ? out->len > 0 && out->str[out->len - 1] != ' '
                   : latin.units[i] > 0x20 && latin.units[i] < 0x7F)
        g_string_append_c (out, is_space ? ' ' : (char) latin.units[i]);
    }
  return g_strchomp (g_string_free (out, FALSE));
}

/**
 * rc_text_is_printable_ascii:
 * @text: text
 *
 * Returns: whether it holds nothing but the characters from space to tilde (CU-2)
 */
gboolean
rc_text_is_printable_ascii (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);
  for (; *text != '\0'; text++)
    if (!g_ascii_isprint (*text))
      return FALSE;
  return TRUE;
}

/**
 * rc_text_is_allowed:
 * @text: text
 *
 * Control characters are those of Unicode (C0, DEL, C1) and the line and paragraph separators; overrides are the
 * embeddings, overrides and isolates. The marks that only hint at a direction are allowed.
 *
 * Returns: whether @text is valid UTF-8 that may stand in a field (CU-3)
 */
gboolean
rc_text_is_allowed (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);
  if (rc_text_is_printable_ascii (text))
    return TRUE;
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (u_charType ((UChar32) character) == U_CONTROL_CHAR || character == 0x2028 || character == 0x2029)
        return FALSE;
      if ((character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069))
        return FALSE;
    }
  return TRUE;
}

/**
 * rc_text_length:
 * @text: valid UTF-8
 *
 * Returns: its number of characters, as CU-3 counts them: Unicode's code points
 */
int
rc_text_length (const char *text)
{
  g_return_val_if_fail (text != NULL, 0);
  return (int) g_utf8_strlen (text, -1);
}

/**
 * rc_text_is_blank:
 * @text: valid UTF-8
 *
 * Returns: whether there is nothing to be seen in @text: it is empty, white space, or characters of no width (CU-1)
 */
gboolean
rc_text_is_blank (const char *text)
{
  g_return_val_if_fail (text != NULL, TRUE);
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      UChar32 character = (UChar32) g_utf8_get_char (text);

      if (character > ' ' && character <= '~')
        return FALSE;
      if (!u_isUWhiteSpace (character)
          && !u_hasBinaryProperty (character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
        return FALSE;
    }
  return TRUE;
}

/**
 * rc_text_normalize_line:
 * @text: (nullable): a line as typed or pasted
 * @longest: how many characters it can have
 *
 * For a field of one line that is not the customer's (CU-3). White space around it is not looked at: a copied cell ends
 * with a tab or a new line.
 *
 * Returns: (transfer full) (nullable): the line, trimmed, and empty where nothing of it can be seen; %NULL where it is too
 *   long or holds what is not allowed
 */
char *
rc_text_normalize_line (const char *text, int longest)
{
  g_autofree char *trimmed = rc_text_trim (text != NULL ? text : "");

  if (!rc_text_is_allowed (trimmed) || rc_text_length (trimmed) > longest)
    return NULL;
  return rc_text_is_blank (trimmed) ? g_strdup ("") : g_steal_pointer (&trimmed);
}
