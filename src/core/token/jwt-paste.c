/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/token/jwt-paste.h"

#include <string.h>

#include "core/token/jwt-paste-search.h"
#include "core/token/jwt-paste-trim.h"

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
  guint            n_tokens;
  guint            index;
};

/* A run of the source that stands in the token without a gap. */
typedef struct
{
  gsize source;
  gsize token;
} Piece;

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
  { JWT_REMOVED_PERCENT_ENCODING, "percent-encoding" },
  { JWT_REMOVED_JSON, "json" },
  { JWT_REMOVED_COOKIE, "cookie" },
  { JWT_REMOVED_URL, "url" },
  { JWT_REMOVED_CURL, "curl" },
  { JWT_REMOVED_HTTP, "http-request" },
  { JWT_REMOVED_TEXT, "surrounding-text" },
};

G_DEFINE_BOXED_TYPE (JwtPaste, jwt_paste, jwt_paste_ref, jwt_paste_unref)

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

/* What may stand inside a token without being of it, and how long it is. */
static JwtRemoved
find_noise (const JwtPasteText *source,
            gsize               at,
            gsize              *size)
{
  JwtRemoved what = jwt_paste_look_at (source->text, source->end, at, size);
  gsize next = at + *size;

  if (what == JWT_REMOVED_LINE_BREAKS) {
    while (next < source->end && (g_ascii_isspace (source->text[next]) ||
                                  source->text[next] == '>'))
      next++;
    *size = next - at;
  } else if ((source->text[at] == '\\' || source->text[at] == '=') &&
             next < source->end && (source->text[next] == '\n' ||
                                    source->text[next] == '\r')) {
    what = JWT_REMOVED_LINE_BREAKS;
    *size = 2;
  }

  return what;
}

static GByteArray *
join (JwtPaste     *self,
      JwtPasteText *source)
{
  GByteArray *token = g_byte_array_new ();
  gsize start = source->start;
  gsize size;

  for (gsize at = start; at < source->end; at += size) {
    JwtRemoved what;

    size = 1;
    if (jwt_paste_is_token_char (source->text[at]))
      continue;
    what = find_noise (source, at, &size);
    if (what == JWT_REMOVED_NOTHING)
      continue;
    source->removed |= what;
    source->spaced |= what == JWT_REMOVED_WHITESPACE;
    append_piece (self, token, source->text, start, at);
    start = at + size;
  }
  append_piece (self, token, source->text, start, source->end);

  return token;
}

static gboolean
has_percent_encoding (const JwtPasteText *source)
{
  return memchr (source->text + source->start, '%',
                 source->end - source->start) != NULL;
}

/* A percent-encoded character is one of the token's, and three of the text's. */
static void
join_decoded (JwtPaste     *self,
              GByteArray   *token,
              JwtPasteText *source)
{
  gsize start = source->start;

  for (gsize at = start; at < source->end; at++) {
    Piece piece = { at, 0 };
    char character = jwt_paste_read_percent (source->text, source->end, at);

    if (character == 0)
      continue;
    append_piece (self, token, source->text, start, at);
    piece.token = token->len;
    g_array_append_val (self->pieces, piece);
    g_byte_array_append (token, (guint8 *) &character, 1);
    at += 2;
    start = at + 1;
  }
  append_piece (self, token, source->text, start, source->end);
  source->removed |= JWT_REMOVED_PERCENT_ENCODING;
}

static GByteArray *
take_run (JwtPaste          *self,
          JwtPasteText      *source,
          const JwtPasteRun *run)
{
  GByteArray *token;

  source->start = run->start;
  source->end = run->end;
  source->removed = run->context;
  if (!has_percent_encoding (source))
    return join (self, source);

  token = g_byte_array_new ();
  join_decoded (self, token, source);

  return token;
}

static gboolean
is_all_token (GByteArray *token)
{
  for (guint i = 0; i < token->len; i++)
    if (!jwt_paste_is_token_char (token->data[i]))
      return FALSE;

  return TRUE;
}

/* Lines of one token have the dots of one; spaces are between words. */
static gboolean
is_one_token (GByteArray         *token,
              const JwtPasteText *source)
{
  guint dots = 0;

  for (guint i = 0; i < token->len; i++)
    dots += token->data[i] == '.' ? 1 : 0;

  return !source->spaced && is_all_token (token) &&
         ((source->removed & JWT_REMOVED_LINE_BREAKS) == 0 || dots <= 2);
}

/* Words of a sentence are no broken lines: they stay as they are. */
static gboolean
may_be_joined (GByteArray         *token,
               const JwtPasteText *source)
{
  return (is_all_token (token) && !source->spaced) ||
         (token->len > 2 && token->data[0] == 'e' &&
          (token->data[1] == 'y' || token->data[1] == 'w'));
}

static GByteArray *
take_whole (JwtPaste     *self,
            JwtPasteText *source)
{
  GByteArray *token = g_byte_array_new ();

  g_array_set_size (self->pieces, 0);
  append_piece (self, token, source->text, source->start, source->end);

  return token;
}

/* The text is one token with noise around and in it, or holds tokens, or, where
 * it is neither, is judged as it stands. */
static GByteArray *
find_in_text (JwtPaste     *self,
              JwtPasteText *source)
{
  g_autoptr (GArray) runs = NULL;
  JwtPasteText whole;
  GByteArray *token;

  jwt_paste_trim (source);
  whole = *source;
  token = join (self, source);
  if (source->start == source->end || is_one_token (token, source))
    return token;

  runs = jwt_paste_search (source->text, source->length);
  if (runs->len > 0) {
    g_byte_array_unref (token);
    g_array_set_size (self->pieces, 0);
    self->n_tokens = runs->len;
    self->index = MIN (self->index, runs->len - 1);
    return take_run (self, source,
                     &g_array_index (runs, JwtPasteRun, self->index));
  }

  if (may_be_joined (token, source))
    return token;

  g_byte_array_unref (token);
  *source = whole;

  return take_whole (self, source);
}

static JwtPaste *
jwt_paste_alloc (void)
{
  JwtPaste *self = g_new0 (JwtPaste, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  self->n_tokens = 1;

  return self;
}

/**
 * jwt_paste_new:
 * @text: (array length=length): what was pasted, any bytes
 * @length: its length in bytes
 *
 * Finds the token in a text: see jwt_paste_new_at(), of which this is the
 * first.
 *
 * Returns: (transfer full): the token and what stood around it
 */
JwtPaste *
jwt_paste_new (const char *text,
               gsize       length)
{
  return jwt_paste_new_at (text, length, 0);
}

/**
 * jwt_paste_new_at:
 * @text: (array length=length): what was pasted, any bytes
 * @length: its length in bytes
 * @index: which of the tokens, from 0; the last one where there are fewer
 *
 * Finds a token in a text. Around one token, white space, quotation marks and
 * the words of an Authorization header (RFC 6750 §2.1) are left out, and inside
 * it line breaks and characters that cannot be seen; in any other text, such as
 * a cookie, an address, JSON, a command or a log, the tokens are looked for.
 *
 * Returns: (transfer full): the token and what stood around it
 */
JwtPaste *
jwt_paste_new_at (const char *text,
                  gsize       length,
                  guint       index)
{
  JwtPaste *self = jwt_paste_alloc ();
  JwtPasteText source = { text, length, 0, length, JWT_REMOVED_NOTHING, FALSE };

  self->index = index;
  self->token = g_byte_array_free_to_bytes (find_in_text (self, &source));
  self->removed = source.removed;
  self->index = MIN (self->index, self->n_tokens - 1);

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
 * jwt_paste_get_n_tokens:
 * @self: a paste
 *
 * Returns: how many different tokens the text holds; 1 where it was taken as a
 *   whole
 */
guint
jwt_paste_get_n_tokens (JwtPaste *self)
{
  return self->n_tokens;
}

/**
 * jwt_paste_get_index:
 * @self: a paste
 *
 * Returns: which of them this is, from 0
 */
guint
jwt_paste_get_index (JwtPaste *self)
{
  return self->index;
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
