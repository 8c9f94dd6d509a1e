/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-message-composer.h"

#include <string.h>

/* Long dates in the languages of messages. The recipient's language is not the user's, and its locale need not be
 * installed here; so the months' names stand in this file. Dates for the user come from rc-format.h. */

typedef struct
{
  const char *language;
  const char *after_day; /* between the day and the month */
  const char *before_year; /* between the month and the year */
  const char *first_day; /* how the first of a month is written */
  const char *months[12];
} Calendar;

static const Calendar calendars[] = {
  { "en",
    " ",
    " ",
    "1",
    { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December" } },
  { "pt_BR",
    " de ",
    " de ",
    "1º",
    { "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
      "novembro", "dezembro" } },
  { "pl",
    " ",
    " ",
    "1",
    { "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
      "października", "listopada", "grudnia" } },
  { "da",
    ". ",
    " ",
    "1",
    { "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
      "november", "december" } },
  { "fr",
    " ",
    " ",
    "1er",
    { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
      "novembre", "décembre" } },
  { "it",
    " ",
    " ",
    "1",
    { "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
      "ottobre", "novembre", "dicembre" } },
};

/**
 * rc_message_format_date:
 * @language: the message's language; an unknown one is English
 * @date: a date
 *
 * Returns: (transfer full): the date with the month's name, as the language writes it
 */
char *
rc_message_format_date (const char *language, RcDate date)
{
  const Calendar *calendar = &calendars[0];
  int year, month, day;
  g_autofree char *number = NULL;

  g_return_val_if_fail (language != NULL && date != RC_DATE_NONE, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (calendars); i++)
    if (strcmp (calendars[i].language, language) == 0)
      calendar = &calendars[i];
  rc_date_get_ymd (date, &year, &month, &day);
  number = day == 1 ? g_strdup (calendar->first_day) : g_strdup_printf ("%d", day);
  return g_strdup_printf ("%s%s%s%s%d", number, calendar->after_day, calendar->months[month - 1],
                          calendar->before_year, year);
}
