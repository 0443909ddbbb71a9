/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jotsmith-config.h"

#include "words/jot-words-private.h"

#include <glib/gi18n.h>

/* A person who pastes a whole header line need not be told of each thing in
 * it. */
#define IN_AUTHORIZATION (JWT_REMOVED_AUTHORIZATION | JWT_REMOVED_BEARER_PREFIX)

static const struct
{
  JwtRemoved  what;
  const char *item;
  const char *sentence;
} removals[] = {
  { JWT_REMOVED_AUTHORIZATION,
    N_("the name of the header"),
    N_("Token found in an Authorization header") },
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
};

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
  gboolean in_header = (removed & JWT_REMOVED_AUTHORIZATION) != 0;

  /* Wrapped lines are often indented: their breaks are what a person knows. */
  if (removed & JWT_REMOVED_LINE_BREAKS)
    removed &= ~JWT_REMOVED_WHITESPACE;
  if (in_header && (removed & ~IN_AUTHORIZATION) == 0)
    removed = JWT_REMOVED_AUTHORIZATION;
  if (removed == JWT_REMOVED_NOTHING)
    return NULL;
  if (find_sentence (removed) != NULL)
    return g_strdup (find_sentence (removed));

  items = list_items (in_header ? removed & ~IN_AUTHORIZATION : removed);
  if (in_header)
    /* Translators: %s is a list, like “quotation marks, line breaks”. */
    return g_strdup_printf (_("Token found in an Authorization header; "
                              "removed: %s"), items);

  /* Translators: %s is a list, like “quotation marks, line breaks”. */
  return g_strdup_printf (_("Removed: %s"), items);
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
