/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words-private.h"

#include <glib/gi18n.h>

/* A person who pastes a whole header line need not be told of each thing in
 * it. */
#define IN_PLACE \
  (JWT_REMOVED_AUTHORIZATION | JWT_REMOVED_BEARER_PREFIX | \
   JWT_REMOVED_COOKIE | JWT_REMOVED_URL | JWT_REMOVED_JSON | \
   JWT_REMOVED_CURL | JWT_REMOVED_HTTP | JWT_REMOVED_TEXT)

/* Where a token was found, the narrowest place first. */
static const struct
{
  JwtRemoved  what;
  const char *sentence;
} places[] = {
  { JWT_REMOVED_AUTHORIZATION,
    N_("Token found in an Authorization header") },
  { JWT_REMOVED_COOKIE,
    N_("Token found in a cookie") },
  { JWT_REMOVED_URL,
    N_("Token found in an address") },
  { JWT_REMOVED_JSON,
    N_("Token found in JSON") },
  { JWT_REMOVED_CURL,
    N_("Token found in a curl command") },
  { JWT_REMOVED_HTTP,
    N_("Token found in an HTTP request") },
  { JWT_REMOVED_TEXT,
    N_("Token found in a text") },
};

static const struct
{
  JwtRemoved  what;
  const char *item;
  const char *sentence;
} removals[] = {
  { JWT_REMOVED_BEARER_PREFIX,
    N_("“Bearer”"),
    N_("“Bearer” was removed") },
  { JWT_REMOVED_QUOTES,
    N_("quotation marks"),
    N_("Quotation marks were removed") },
  { JWT_REMOVED_LINE_BREAKS,
    N_("line breaks"),
    N_("Line breaks were removed") },
  { JWT_REMOVED_WHITESPACE,
    N_("white space"),
    N_("White space was removed") },
  { JWT_REMOVED_INVISIBLE,
    N_("invisible characters"),
    N_("Invisible characters were removed") },
  { JWT_REMOVED_PERCENT_ENCODING,
    N_("percent-encoding"),
    N_("Percent-encoding was undone") },
};

static guint
find_place (JwtRemoved removed)
{
  guint place = 0;

  while (place < G_N_ELEMENTS (places) && !(removed & places[place].what))
    place++;

  return place;
}

static const char *
find_sentence (JwtRemoved removed)
{
  for (guint i = 0; i < G_N_ELEMENTS (removals); i++) {
    if (removals[i].what == removed)
      return _(removals[i].sentence);
  }

  return NULL;
}

static char *
list_items (JwtRemoved removed)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (removals); i++) {
    if (removed & removals[i].what)
      g_ptr_array_add (items, (gpointer) _(removals[i].item));
  }
  g_ptr_array_add (items, NULL);

  return jot_words_list ((char **) items->pdata);
}

/**
 * jot_words_removed:
 * @removed: what was taken away
 *
 * Says where a token was found, and what was taken away to read it, in one
 * sentence without a full stop: “Token found in an Authorization header”.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL where nothing was
 *   taken away
 */
char *
jot_words_removed (JwtRemoved removed)
{
  g_autofree char *items = NULL;
  guint place = find_place (removed);

  /* Wrapped lines are often indented: their breaks are what a person knows. */
  if (removed & JWT_REMOVED_LINE_BREAKS)
    removed &= ~JWT_REMOVED_WHITESPACE;
  if (place < G_N_ELEMENTS (places))
    removed &= ~IN_PLACE;
  if (removed == JWT_REMOVED_NOTHING)
    return place < G_N_ELEMENTS (places) ? g_strdup (_(places[place].sentence))
                                         : NULL;

  items = list_items (removed);
  if (place < G_N_ELEMENTS (places))
    /* Translators: The first %s is “Token found in a cookie” or another place,
     * the second a list, like “quotation marks, line breaks”. */
    return g_strdup_printf (_("%s; removed: %s"), _(places[place].sentence),
                            items);
  if (find_sentence (removed) != NULL)
    return g_strdup (find_sentence (removed));

  /* Translators: %s is a list, like “quotation marks, line breaks”. */
  return g_strdup_printf (_("Removed: %s"), items);
}

/**
 * jot_words_paste:
 * @paste: what was pasted
 *
 * Says how many tokens a text holds, or where its only one was found and what
 * was taken away to read it, in one sentence without a full stop.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL where there is
 *   nothing to say
 */
char *
jot_words_paste (JwtPaste *paste)
{
  guint n_tokens = jwt_paste_get_n_tokens (paste);

  if (n_tokens == 1)
    return jot_words_removed (jwt_paste_get_removed (paste));
  if (jwt_paste_get_index (paste) == 0)
    return g_strdup_printf (ngettext ("%u token found, showing the first",
                                      "%u tokens found, showing the first",
                                      n_tokens), n_tokens);

  return g_strdup_printf (_("Token %u of %u"), jwt_paste_get_index (paste) + 1,
                          n_tokens);
}

/**
 * jot_words_owner:
 * @owner: which side the token comes from
 *
 * Says it in the few words of a badge: “Signed here”.
 *
 * Returns: (transfer full): the words, empty for %JWT_OWNER_NOBODY
 */
char *
jot_words_owner (JwtOwner owner)
{
  switch (owner) {
  case JWT_OWNER_PASTED:
    /* Translators: A badge: the token is as a person pasted or typed it. */
    return g_strdup (_("Pasted"));
  case JWT_OWNER_SIGNED:
    return g_strdup (_("Signed here"));
  case JWT_OWNER_DRAFT:
    return g_strdup (_("Edited, not signed"));
  case JWT_OWNER_NOT_UPDATED:
    /* Translators: A badge: the token does not follow the edited JSON. */
    return g_strdup (_("Not updated"));
  case JWT_OWNER_NOBODY:
  default:
    return g_strdup ("");
  }
}
