/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/token/jwt-paste.h"

#include <string.h>

/**
 * JwtPaste:
 *
 * The token in what a person pastes, and what was taken away to find it.
 *
 * The decoder that follows is strict, so nothing is taken away in silence:
 * jwt_paste_get_removed() names it all, and jwt_paste_get_source_offset() leads
 * from the token back to the text.
 */
struct _JwtPaste
{
  gatomicrefcount  ref_count;
  GBytes          *token;
  JwtRemoved       removed;
  GArray          *pieces;
};

/* A run of the source that stands in the token without a gap. */
typedef struct
{
  gsize source;
  gsize token;
} Piece;

typedef struct
{
  const char *text;
  gsize       start;
  gsize       end;
  JwtRemoved  removed;
} Finder;

static const struct {
  JwtRemoved  one;
  const char *name;
} removed_names[] = {
  { JWT_REMOVED_WHITESPACE, "whitespace" },
  { JWT_REMOVED_LINE_BREAKS, "line-breaks" },
  { JWT_REMOVED_AUTHORIZATION, "authorization-header" },
  { JWT_REMOVED_BEARER_PREFIX, "bearer-prefix" },
  { JWT_REMOVED_QUOTES, "quotes" },
  { JWT_REMOVED_INVISIBLE, "invisible-characters" },
};

G_DEFINE_BOXED_TYPE (JwtPaste, jwt_paste, jwt_paste_ref, jwt_paste_unref)

static JwtRemoved
classify (gunichar character)
{
  if (character == '\n' || character == '\r')
    return JWT_REMOVED_LINE_BREAKS;
  if (character < 0x80)
    return g_ascii_isspace (character) ? JWT_REMOVED_WHITESPACE
                                       : JWT_REMOVED_NOTHING;
  if (character == 0xa0 || g_unichar_type (character) == G_UNICODE_FORMAT ||
      g_unichar_isspace (character))
    return JWT_REMOVED_INVISIBLE;

  return JWT_REMOVED_NOTHING;
}

/* What may be dropped at a place, and how long it is there. */
static JwtRemoved
look_at (const Finder *finder,
         gsize         at,
         gsize        *length)
{
  gunichar character = g_utf8_get_char_validated (finder->text + at,
                                                  finder->end - at);

  *length = 1;
  if (character == (gunichar) -1 || character == (gunichar) -2)
    return JWT_REMOVED_NOTHING;

  *length = g_utf8_skip[(guchar) finder->text[at]];

  return classify (character);
}

static void
trim_start (Finder *finder)
{
  while (finder->start < finder->end) {
    gsize length;
    JwtRemoved what = look_at (finder, finder->start, &length);

    if (what == JWT_REMOVED_NOTHING)
      break;
    finder->removed |= what == JWT_REMOVED_INVISIBLE ? what
                                                     : JWT_REMOVED_WHITESPACE;
    finder->start += length;
  }
}

static void
trim_end (Finder *finder)
{
  while (finder->start < finder->end) {
    gsize at = finder->end - 1;
    gsize length;
    JwtRemoved what;

    while (at > finder->start && (finder->text[at] & 0xc0) == 0x80)
      at--;
    what = look_at (finder, at, &length);
    if (what == JWT_REMOVED_NOTHING || at + length != finder->end)
      break;
    finder->removed |= what == JWT_REMOVED_INVISIBLE ? what
                                                     : JWT_REMOVED_WHITESPACE;
    finder->end = at;
  }
}

static void
trim (Finder *finder)
{
  trim_start (finder);
  trim_end (finder);
}

static gboolean
drop_prefix (Finder     *finder,
             const char *prefix,
             JwtRemoved  what)
{
  gsize length = strlen (prefix);

  if (finder->end - finder->start <= length ||
      g_ascii_strncasecmp (finder->text + finder->start, prefix, length) != 0)
    return FALSE;

  /* The space behind a prefix belongs to it. */
  what |= finder->removed;
  finder->start += length;
  trim_start (finder);
  finder->removed = what | (finder->removed & JWT_REMOVED_INVISIBLE);

  return TRUE;
}

static void
drop_authorization (Finder *finder)
{
  JwtRemoved before = finder->removed;
  gsize start = finder->start;

  if (drop_prefix (finder, "authorization", JWT_REMOVED_AUTHORIZATION) &&
      !drop_prefix (finder, ":", JWT_REMOVED_AUTHORIZATION)) {
    finder->start = start;
    finder->removed = before;
  }
}

static void
drop_bearer (Finder *finder)
{
  gsize at = finder->start + strlen ("bearer");
  gsize length;

  if (at < finder->end &&
      look_at (finder, at, &length) != JWT_REMOVED_NOTHING)
    drop_prefix (finder, "bearer", JWT_REMOVED_BEARER_PREFIX);
}

static gboolean
drop_quotes (Finder *finder)
{
  char first = finder->text[finder->start];

  if (finder->end - finder->start < 2 ||
      (first != '"' && first != '\'' && first != '`') ||
      finder->text[finder->end - 1] != first)
    return FALSE;

  finder->start++;
  finder->end--;
  finder->removed |= JWT_REMOVED_QUOTES;
  trim (finder);

  return TRUE;
}

static void
find_token (Finder *finder)
{
  trim (finder);
  while (finder->start < finder->end && drop_quotes (finder))
    ;
  drop_authorization (finder);
  drop_bearer (finder);
  while (finder->start < finder->end && drop_quotes (finder))
    ;
}

static void
append_piece (JwtPaste   *self,
              GByteArray *token,
              const char *text,
              gsize       start,
              gsize       end)
{
  Piece piece = { start, token->len };

  if (start == end)
    return;

  g_array_append_val (self->pieces, piece);
  g_byte_array_append (token, (const guint8 *) text + start, end - start);
}

/* A text that is broken over lines is joined only where it can be one token:
 * an object, or words of a sentence, are left as they are. */
static gboolean
may_be_joined (const Finder *finder)
{
  return finder->start < finder->end && finder->text[finder->start] != '{' &&
         memchr (finder->text + finder->start, '.',
                 finder->end - finder->start) != NULL;
}

static GBytes *
join (JwtPaste *self,
      Finder   *finder)
{
  GByteArray *token = g_byte_array_new ();
  gboolean joining = may_be_joined (finder);
  gsize start = finder->start;
  gsize length;

  for (gsize at = start; joining && at < finder->end; at += length) {
    JwtRemoved what;

    length = 1;
    if (finder->text[at] > ' ' && finder->text[at] < 0x7f)
      continue;
    what = look_at (finder, at, &length);
    if (what == JWT_REMOVED_NOTHING)
      continue;
    finder->removed |= what;
    append_piece (self, token, finder->text, start, at);
    start = at + length;
  }
  append_piece (self, token, finder->text, start, finder->end);

  return g_byte_array_free_to_bytes (token);
}

static JwtPaste *
jwt_paste_alloc (void)
{
  JwtPaste *self = g_new0 (JwtPaste, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));

  return self;
}

/**
 * jwt_paste_new:
 * @text: (array length=length): what was pasted, any bytes
 * @length: its length in bytes
 *
 * Finds the token in a text: white space, line breaks and characters that
 * cannot be seen, quotation marks, and the words of an Authorization header
 * (RFC 6750 §2.1) are left out.
 *
 * Returns: (transfer full): the token and what stood around it
 */
JwtPaste *
jwt_paste_new (const char *text,
               gsize       length)
{
  JwtPaste *self = jwt_paste_alloc ();
  Finder finder = { text, 0, length, JWT_REMOVED_NOTHING };

  find_token (&finder);
  self->token = join (self, &finder);
  self->removed = finder.removed;

  return self;
}

/**
 * jwt_paste_new_strict:
 * @text: (array length=length): a token, any bytes
 * @length: its length in bytes
 *
 * Takes a text for a token as it stands.
 *
 * Returns: (transfer full): the whole text
 */
JwtPaste *
jwt_paste_new_strict (const char *text,
                      gsize       length)
{
  JwtPaste *self = jwt_paste_alloc ();
  GByteArray *token = g_byte_array_new ();

  append_piece (self, token, text, 0, length);
  self->token = g_byte_array_free_to_bytes (token);

  return self;
}

/**
 * jwt_paste_ref:
 * @self: a paste
 *
 * Returns: (transfer full): @self
 */
JwtPaste *
jwt_paste_ref (JwtPaste *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * jwt_paste_unref:
 * @self: (transfer full): a paste
 */
void
jwt_paste_unref (JwtPaste *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_bytes_unref (self->token);
  g_array_unref (self->pieces);
  g_free (self);
}

/**
 * jwt_paste_get_token:
 * @self: a paste
 *
 * Returns: (transfer none): the token's text, which may be empty
 */
GBytes *
jwt_paste_get_token (JwtPaste *self)
{
  return self->token;
}

/**
 * jwt_paste_get_removed:
 * @self: a paste
 *
 * Returns: all that was taken away
 */
JwtRemoved
jwt_paste_get_removed (JwtPaste *self)
{
  return self->removed;
}

/**
 * jwt_paste_get_source_offset:
 * @self: a paste
 * @token_offset: a place in the token, in bytes
 *
 * Returns: the same place in the text that was pasted, in bytes
 */
gsize
jwt_paste_get_source_offset (JwtPaste *self,
                             gsize     token_offset)
{
  guint low = 0;
  guint high = self->pieces->len;
  Piece *piece;

  while (high - low > 1) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (self->pieces, Piece, middle).token <= token_offset)
      low = middle;
    else
      high = middle;
  }

  if (self->pieces->len == 0)
    return token_offset;

  piece = &g_array_index (self->pieces, Piece, low);

  return piece->source + (token_offset - piece->token);
}

/**
 * jwt_removed_get_name:
 * @one: one of the things that may be taken away
 *
 * Returns: (transfer none): its stable name, for scripts
 */
const char *
jwt_removed_get_name (JwtRemoved one)
{
  for (guint i = 0; i < G_N_ELEMENTS (removed_names); i++)
    if (removed_names[i].one == one)
      return removed_names[i].name;

  g_return_val_if_reached (NULL);
}
