/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "core/token/jwt-paste.h"

#define H "eyJhbGciOiJIUzI1NiJ9"
#define P "eyJpc3MiOiJodHRwczovL2F1dGguZXhhbXBsZS5jb20iLCJzdWIiOiIxMjM0In0"
#define S "C-sgOYTKg1L0RHJH5sqmfF5AHY-euie2MxFe7SThd7Y"
#define T H "." P "." S
#define U H "." P "." "D-sgOYTKg1L0RHJH5sqmfF5AHY-euie2MxFe7SThd7Y"

#define AUTHORIZATION (JWT_REMOVED_AUTHORIZATION | JWT_REMOVED_BEARER_PREFIX)

typedef struct
{
  const char *text;
  const char *token;
  guint       n_tokens;
  int         removed;
} Case;

/* Each text holds the token T first, in some disguise. */
static const Case found[] = {
  { "{\"access_token\":\"" T "\",\"expires_in\":900}", T, 1, JWT_REMOVED_JSON },
  { "{ \"a\": [ \"" T "\", \"" U "\" ] }", T, 2, JWT_REMOVED_JSON },
  { "Cookie: a=b; session=" T "; c=d", T, 1, JWT_REMOVED_COOKIE },
  { "set-cookie: session=" T "; Path=/; HttpOnly", T, 1, JWT_REMOVED_COOKIE },
  { "https://app.example/cb?code=1&t=" T "&s=2", T, 1, JWT_REMOVED_URL },
  { "https://app.example/cb#access_token=" T, T, 1, JWT_REMOVED_URL },
  { "/cb?t=" H "%2E" P "%2e" "C%2DsgOYTKg1L0RHJH5sqmfF5AHY-euie2MxFe7SThd7Y&x",
    T, 1, JWT_REMOVED_URL | JWT_REMOVED_PERCENT_ENCODING },
  { "?q=%22" T "%22", T, 1, JWT_REMOVED_TEXT },
  { "curl -H 'Authorization: Bearer " T "' https://api.example/", T, 1,
    JWT_REMOVED_CURL | AUTHORIZATION },
  { "$ curl 'https://api.example/?t=" T "'", T, 1,
    JWT_REMOVED_CURL | JWT_REMOVED_URL },
  { "GET /x HTTP/1.1\r\nHost: a\r\nAuthorization: bearer " T
    "\r\nAccept: */*\r\n\r\n", T, 1, JWT_REMOVED_HTTP | AUTHORIZATION },
  { "12:00:01 INFO token=" T " user=7", T, 1, JWT_REMOVED_TEXT },
  { "Here it is: " T ".", T, 1, JWT_REMOVED_TEXT },
  { "Here it is: " T "!\n", T, 1, JWT_REMOVED_TEXT },
  { "the same " T " and again " T, T, 1, JWT_REMOVED_TEXT },
  { T "\n" U, T, 2, JWT_REMOVED_TEXT },
  { T "\r\n\r\n" U "\r\n", T, 2, JWT_REMOVED_TEXT },
  { "Here is " T " thanks", T, 1, JWT_REMOVED_TEXT },
  { "\xe2\x80\x9c" T "\xe2\x80\x9d", T, 1, JWT_REMOVED_TEXT },
  { "x: " H ".\neyJpc3MiOiJodHRwczovL2F1dGguZXhhbXBsZS5jb20iLCJzdWIiOiI\n"
    "xMjM0In0." S "\nGET / 200", T, 1,
    JWT_REMOVED_TEXT | JWT_REMOVED_LINE_BREAKS },
  { "curl -H 'authorization: Bearer " H "." P "\n.C-sgOYTKg1L0RHJH5sqmfF5AHY-eu"
    "ie2MxFe\n7SThd7Y' https://api.example/", T, 1,
    JWT_REMOVED_CURL | AUTHORIZATION | JWT_REMOVED_LINE_BREAKS },
  { "> " H ".\n> " P "\n> ." S, T, 1,
    JWT_REMOVED_TEXT | JWT_REMOVED_LINE_BREAKS },
  { H ".\\\n" P ".\\\n" S, T, 1, JWT_REMOVED_LINE_BREAKS },
  { H "=\r\n." P "=\r\n." S, T, 1, JWT_REMOVED_LINE_BREAKS },
};

/* Texts in which nothing is to be looked for: a token that is broken is judged
 * as it stands, and never cut to one that is not. */
static const Case left[] = {
  { H "." P ".C-sg!OYT", H "." P ".C-sg!OYT", 1, 0 },
  { H "." P ".C-sg+OYT", H "." P ".C-sg+OYT", 1, 0 },
  { H "." P ".C-sg/OYT", H "." P ".C-sg/OYT", 1, 0 },
  { H "." P "." S "=", H "." P "." S "=", 1, 0 },
  { H "." P "." S "%", H "." P "." S "%", 1, 0 },
  { "x" T "!", "x" T "!", 1, 0 },
  { "\xc3\xa9" T " x", "\xc3\xa9" T " x", 1, 0 },
  { T "\xef\xbf\xbd", T "\xef\xbf\xbd", 1, 0 },
  { T "\xff", T "\xff", 1, 0 },
  { "Hello there. This is none.", "Hello there. This is none.", 1, 0 },
  { "{\"payload\":\"eyJ\",\"signature\":\"abc\"}",
    "{\"payload\":\"eyJ\",\"signature\":\"abc\"}", 1, 0 },
  { H "." P, H "." P, 1, 0 },
  { "e30.e30.~WyJhIl0~", "e30.e30.~WyJhIl0~", 1, 0 },
};

static void
assert_case (const Case *one)
{
  g_autoptr (JwtPaste) paste = jwt_paste_new (one->text, strlen (one->text));
  GBytes *token = jwt_paste_get_token (paste);
  g_autofree char *shown = g_strescape (one->text, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (token, NULL),
                                     g_bytes_get_size (token));

  g_test_message ("%s", shown);
  g_assert_cmpstr (text, ==, one->token);
  g_assert_cmpuint (jwt_paste_get_n_tokens (paste), ==, one->n_tokens);
  g_assert_cmpuint (jwt_paste_get_index (paste), ==, 0);
  g_assert_cmphex (jwt_paste_get_removed (paste), ==, (guint) one->removed);
}

static void
test_found (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (found); i++)
    assert_case (&found[i]);
}

static void
test_left (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (left); i++)
    assert_case (&left[i]);
}

/* Each character of the token stands where the offset says. */
static void
test_offsets (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (found); i++) {
    const char *text = found[i].text;
    g_autoptr (JwtPaste) paste = jwt_paste_new (text, strlen (text));
    gsize length;
    const char *token = g_bytes_get_data (jwt_paste_get_token (paste), &length);

    for (gsize at = 0; at < length; at++) {
      gsize source = jwt_paste_get_source_offset (paste, at);

      g_assert_cmpuint (source, <, strlen (text));
      g_assert_true (text[source] == token[at] || text[source] == '%');
    }
  }
}

static void
test_step (void)
{
  static const char text[] = "one " T " two " U " three " T;
  static const char * const tokens[] = { T, U, U };

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++) {
    g_autoptr (JwtPaste) paste = jwt_paste_new_at (text, strlen (text), i);
    GBytes *token = jwt_paste_get_token (paste);

    g_assert_cmpuint (jwt_paste_get_n_tokens (paste), ==, 2);
    g_assert_cmpuint (jwt_paste_get_index (paste), ==, MIN (i, 1));
    g_assert_cmpmem (g_bytes_get_data (token, NULL), g_bytes_get_size (token),
                     tokens[i], strlen (tokens[i]));
  }
}

/* A long text of beginnings is read once, not once for each of them. */
static void
test_large (void)
{
  static const char * const pieces[] = { "eyJ.", "eyJ\n", "eyJ ", "ey.ey.ey\n",
                                         "=\n", "eyJ'\n", "%2E",
                                         "eyJ.a.b\",", "\"eyJ.a.b\"," };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++) {
    GString *text = g_string_new ("!");
    g_autoptr (JwtPaste) paste = NULL;

    while (text->len < 1024 * 1024)
      g_string_append (text, pieces[i]);
    paste = jwt_paste_new (text->str, text->len);
    g_assert_cmpuint (jwt_paste_get_n_tokens (paste), >=, 1);
    g_string_free (text, TRUE);
  }
}

static void
test_any_bytes (void)
{
  GRand *random = g_rand_new_with_seed (20261124);

  for (guint i = 0; i < 20000; i++) {
    static const char alphabet[] = "eyJw3.-_~ \n\r\t\"'\\=%2E>:;{}\0\xe2\x80\x8b!";
    char text[64];
    gsize length = g_rand_int_range (random, 0, sizeof text + 1);
    g_autoptr (JwtPaste) paste = NULL;

    for (gsize at = 0; at < length; at++)
      text[at] = alphabet[g_rand_int_range (random, 0, sizeof alphabet)];
    paste = jwt_paste_new (text, length);
    g_assert_cmpuint (g_bytes_get_size (jwt_paste_get_token (paste)), <=,
                      length);
  }

  g_rand_free (random);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paste-search/found", test_found);
  g_test_add_func ("/paste-search/left", test_left);
  g_test_add_func ("/paste-search/offsets", test_offsets);
  g_test_add_func ("/paste-search/step", test_step);
  g_test_add_func ("/paste-search/large", test_large);
  g_test_add_func ("/paste-search/any-bytes", test_any_bytes);

  return g_test_run ();
}
