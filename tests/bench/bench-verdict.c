/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <sys/resource.h>

#include "core/judge/jwt-verdict.h"
#include "core/keys/jwt-crypto.h"
#include "core/token/jwt-paste.h"

#define SIZE    (10 * 1000 * 1000)
#define N_TIMES 5

#define SECRET "an example of a secret, of more than thirty-two bytes"
#define HEADER "{\"alg\":\"HS256\"}"

/* What a payload of the whole size is made of, piece by piece, and how many
 * HMACs over the same token its verdict may take. To read is to find the token,
 * to decode it, to check that it is UTF-8 and JSON, to find names that stand
 * twice, and to make one HMAC: a shape of many short names costs the most. */
typedef struct
{
  const char *name;
  const char *open;
  const char *piece; /* with a number in it */
  const char *close;
  double      limit;
} Shape;

static const Shape shapes[] = {
  { "one-text", "{\"x\":\"", "a text without an end %u", "\"}", 20 },
  { "numbers", "{\"x\":[0", ",%u.5e-7", "]}", 40 },
  { "objects", "{\"x\":[0", ",{\"name\":\"a name %u\",\"n\":1}", "]}", 40 },
  { "members", "{\"x\":0", ",\"a member %u\":0", "}", 120 },
};

static void
append_piece (GString    *text,
              const char *piece,
              guint       number)
{
  const char *mark = strstr (piece, "%u");

  g_string_append_len (text, piece, mark - piece);
  g_string_append_printf (text, "%u", number);
  g_string_append (text, mark + 2);
}

static GBytes *
encode (gconstpointer data,
        gsize         size)
{
  return jwt_encoding_encode (JWT_ENCODING_BASE64URL, data, size);
}

static void
append_part (GString *token,
             GBytes  *bytes)
{
  g_string_append_len (token, g_bytes_get_data (bytes, NULL),
                       g_bytes_get_size (bytes));
}

static GString *
new_token (const Shape *shape,
           GBytes      *key)
{
  g_autoptr (GString) payload = g_string_new (shape->open);
  g_autoptr (GBytes) header = encode (HEADER, strlen (HEADER));
  g_autoptr (GBytes) middle = NULL;
  g_autoptr (GBytes) hmac = NULL;
  g_autoptr (GBytes) signature = NULL;
  GString *token = g_string_new (NULL);

  for (guint i = 0; payload->len < SIZE / 4 * 3; i++)
    append_piece (payload, shape->piece, i);
  g_string_append (payload, shape->close);

  middle = encode (payload->str, payload->len);
  append_part (token, header);
  g_string_append_c (token, '.');
  append_part (token, middle);
  hmac = jwt_crypto_hmac (JWT_HASH_SHA256, key, token->str, token->len);
  signature = encode (g_bytes_get_data (hmac, NULL), g_bytes_get_size (hmac));
  g_string_append_c (token, '.');
  append_part (token, signature);

  return token;
}

static double
time_hmac (GString *token,
           GBytes  *key)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GBytes) hmac = jwt_crypto_hmac (JWT_HASH_SHA256, key, token->str,
                                             token->len);

  g_assert_nonnull (hmac);

  return (g_get_monotonic_time () - start) / 1000.0;
}

static double
time_verdict (GString   *token,
              JwtPolicy *policy)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (JwtPaste) paste = jwt_paste_new (token->str, token->len);
  g_autoptr (JwtToken) read = jwt_token_new (jwt_paste_get_token (paste));
  g_autoptr (JwtVerdict) verdict = jwt_verdict_new (read, policy);

  g_assert_cmpint (jwt_verdict_get_result (verdict), ==, JWT_RESULT_VERIFIED);

  return (g_get_monotonic_time () - start) / 1000.0;
}

/* The least of several times, taken in turns, is what the machine can do. */
static gboolean
measure (const Shape *shape,
         JwtPolicy   *policy,
         GBytes      *key)
{
  GString *token = new_token (shape, key);
  double hmac = G_MAXDOUBLE;
  double verdict = G_MAXDOUBLE;

  for (guint i = 0; i < N_TIMES; i++) {
    hmac = MIN (hmac, time_hmac (token, key));
    verdict = MIN (verdict, time_verdict (token, policy));
  }

  g_print ("%-9s %4.1f MB: HMAC %5.1f ms, verdict %6.1f ms, "
           "ratio %5.1f of at most %3.0f\n", shape->name, token->len / 1e6,
           hmac, verdict, verdict / hmac, shape->limit);
  g_string_free (token, TRUE);

  return verdict <= hmac * shape->limit;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GBytes) secret = g_bytes_new_static (SECRET, strlen (SECRET));
  g_autoptr (JwtKey) key = jwt_key_new_secret (secret);
  g_autoptr (JwtPolicy) policy = jwt_policy_new (JWT_ALGORITHM_HS256);
  struct rusage usage;
  gboolean good = TRUE;

  jwt_policy_set_key (policy, key);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (argc < 2 || g_str_equal (argv[1], shapes[i].name))
      good &= measure (&shapes[i], policy, secret);

  getrusage (RUSAGE_SELF, &usage);
  g_print ("at most %.0f MB of memory\n", usage.ru_maxrss / 1024.0);

  return good ? 0 : 1;
}
