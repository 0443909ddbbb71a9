/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/secret/jwt-export.h"

#include <string.h>

#include "core/base/jwt-bytes.h"
#include "core/base/jwt-json.h"
#include "core/jwt-enums.h"
#include "core/keys/jwt-key.h"
#include "witness.h"

/* Its Base64 has all of "+", "/" and "=" in it. */
#define SECRET    "\x03\xec\xff\xe0\xc1"
#define BASE64URL "A-z_4ME"
#define BASE64    "A+z/4ME="

static GBytes *
export_text (JwtExportFormat  format,
             const char      *secret,
             JwtEncoding      encoding,
             const char      *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (secret, strlen (secret));

  return jwt_export_secret (format, bytes, encoding, JWT_ALGORITHM_HS384, name);
}

static const struct
{
  JwtExportFormat  format;
  JwtEncoding      encoding;
  const char      *name;
  const char      *text;
} texts[] = {
  { JWT_EXPORT_PLAIN, JWT_ENCODING_BASE64URL, NULL, BASE64URL },
  { JWT_EXPORT_PLAIN, JWT_ENCODING_BASE64, NULL, BASE64 },
  { JWT_EXPORT_PLAIN, JWT_ENCODING_HEX, "any", "03ecffe0c1" },
  { JWT_EXPORT_PLAIN, JWT_ENCODING_TEXT, NULL, SECRET },
  { JWT_EXPORT_ENV, JWT_ENCODING_BASE64URL, NULL,
    "JWT_SECRET=" BASE64URL "\n" },
  { JWT_EXPORT_ENV, JWT_ENCODING_BASE64, "_x1", "_x1=" BASE64 "\n" },
  { JWT_EXPORT_SHELL, JWT_ENCODING_BASE64URL, NULL,
    " export JWT_SECRET='" BASE64URL "'\n" },
  { JWT_EXPORT_SHELL, JWT_ENCODING_HEX, "KEY",
    " export KEY='03ecffe0c1'\n" },
  { JWT_EXPORT_JWK, JWT_ENCODING_HEX, NULL,
    "{\n"
    "  \"kty\": \"oct\",\n"
    "  \"use\": \"sig\",\n"
    "  \"alg\": \"HS384\",\n"
    "  \"k\": \"" BASE64URL "\"\n"
    "}\n" },
  { JWT_EXPORT_JWK, JWT_ENCODING_BASE64URL, "jwt-2026-06-03",
    "{\n"
    "  \"kty\": \"oct\",\n"
    "  \"use\": \"sig\",\n"
    "  \"alg\": \"HS384\",\n"
    "  \"kid\": \"jwt-2026-06-03\",\n"
    "  \"k\": \"" BASE64URL "\"\n"
    "}\n" },
  { JWT_EXPORT_KUBERNETES, JWT_ENCODING_BASE64, NULL,
    "apiVersion: v1\n"
    "kind: Secret\n"
    "metadata:\n"
    "  name: jwt-secret\n"
    "type: Opaque\n"
    "stringData:\n"
    "  JWT_SECRET: \"" BASE64 "\"\n" },
};

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GBytes) text = export_text (texts[i].format, SECRET,
                                           texts[i].encoding, texts[i].name);

    g_assert_cmpstr (g_bytes_get_data (text, NULL), ==, texts[i].text);
    g_assert_cmpuint (g_bytes_get_size (text), ==, strlen (texts[i].text));
  }
}

/* Names that Kubernetes or YAML would not take as they are. */
static void
test_kubernetes_names (void)
{
  static const struct { const char *name, *object, *key; } rows[] = {
    { "TOKEN", "  name: token\n", "  TOKEN: \"" },
    { "_My_Key_", "  name: my-key\n", "  _My_Key_: \"" },
    { "___", "  name: jwt-secret\n", "  ___: \"" },
    { "NO", "  name: \"no\"\n", "  \"NO\": \"" },
    { "_1e3", "  name: \"1e3\"\n", "  _1e3: \"" },
    { "Null", "  name: \"null\"\n", "  \"Null\": \"" },
    { "y", "  name: \"y\"\n", "  \"y\": \"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) text = export_text (JWT_EXPORT_KUBERNETES, SECRET,
                                           JWT_ENCODING_HEX, rows[i].name);

    g_assert_nonnull (strstr (g_bytes_get_data (text, NULL), rows[i].object));
    g_assert_nonnull (strstr (g_bytes_get_data (text, NULL), rows[i].key));
  }
}

static void
test_long_kubernetes_name (void)
{
  g_autofree char *name = g_strnfill (252, 'a');
  g_autofree char *longer = g_strconcat (name, "_a", NULL);
  g_autofree char *expected = g_strdup_printf ("  name: %s\n", name);
  g_autoptr (GBytes) text = export_text (JWT_EXPORT_KUBERNETES, SECRET,
                                         JWT_ENCODING_HEX, longer);

  g_assert_nonnull (strstr (g_bytes_get_data (text, NULL), expected));
}

/* What the shell itself makes of the lines. */
static void
assert_shell_reads (GBytes     *line,
                    const char *expected)
{
  g_autofree char *script = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { "/bin/sh", "-c", NULL, NULL };
  int status;

  script = g_strdup_printf ("%sprintf %%s \"$NAME\"",
                            (const char *) g_bytes_get_data (line, NULL));
  argv[2] = script;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpstr (output, ==, expected);
}

static const char * const awkward[] = {
  "plain", "two words", " led and trailed ", "it's", "'", "''", "\"", "a\"b'c",
  "$HOME", "'$HOME'", "`id`", "'`id`'", "\\", "'\\", "\\'\\\\", "#no comment",
  "a#b", "a;b", "a&b|c>d<e", "!!", "*", "~", "gr\xc3\xbc\xc3\x9f'e", "%s", "=",
  "a=b", "{\"k\": 'v'}",
};

static void
test_quoting (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (awkward); i++) {
    g_autoptr (GBytes) env = export_text (JWT_EXPORT_ENV, awkward[i],
                                          JWT_ENCODING_TEXT, "NAME");
    g_autoptr (GBytes) shell = export_text (JWT_EXPORT_SHELL, awkward[i],
                                            JWT_ENCODING_TEXT, "NAME");

    assert_shell_reads (env, awkward[i]);
    assert_shell_reads (shell, awkward[i]);
  }
}

/* A YAML text between double quotation marks is read as JSON reads it. */
static void
test_yaml_quoting (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (awkward); i++) {
    g_autoptr (GBytes) text = export_text (JWT_EXPORT_KUBERNETES, awkward[i],
                                           JWT_ENCODING_TEXT, "NAME");
    const char *value = strstr (g_bytes_get_data (text, NULL), "NAME: ");
    g_autoptr (GBytes) bytes = g_bytes_new (value + 6, strlen (value) - 6);
    g_autoptr (JwtJson) json = jwt_json_new (bytes);
    JwtJsonSpan root = jwt_json_get_root (json);

    g_assert_no_error (jwt_json_get_problem (json));
    g_assert_true (jwt_json_string_equals (json, &root, awkward[i],
                                           strlen (awkward[i])));
  }
}

/* What a line of text cannot hold is not written as one. */
static void
test_no_text (void)
{
  static const struct { const char *secret; gsize size; } rows[] = {
    { "a\nb", 3 }, { "a\0b", 3 }, { "\xff", 1 }, { "a\x1b[31m", 6 },
    { "a\xe2\x80\xa8", 4 }, { "\xe2\x80\xae", 3 }, { "\x7f", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) secret = g_bytes_new_static (rows[i].secret,
                                                    rows[i].size);

    for (guint format = JWT_EXPORT_PLAIN; format <= JWT_EXPORT_SHELL;
         format++) {
      g_autoptr (GBytes) text = NULL;
      g_autoptr (GBytes) hex = NULL;

      text = jwt_export_secret (format, secret, JWT_ENCODING_TEXT,
                                JWT_ALGORITHM_HS256, NULL);
      hex = jwt_export_secret (format, secret, JWT_ENCODING_HEX,
                               JWT_ALGORITHM_HS256, NULL);
      g_assert_true ((text != NULL) == (format == JWT_EXPORT_PLAIN ||
                                        format == JWT_EXPORT_JWK));
      g_assert_nonnull (hex);
    }
  }
}

/* Our own reader of JWKs takes it back, whatever the key ID. */
static void
test_jwk_is_read (void)
{
  static const char * const ids[] = {
    NULL, "x", "a \"quoted\" one", "\\", "gr\xc3\xbc\xc3\x9f", "\n", "'",
    "\xe2\x80\xae",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autoptr (GBytes) text = export_text (JWT_EXPORT_JWK, SECRET,
                                           JWT_ENCODING_BASE64, ids[i]);
    g_autoptr (JwtJson) json = jwt_json_new (text);
    g_autoptr (GError) error = NULL;
    g_autoptr (JwtKey) key = NULL;

    key = jwt_key_new_from_text (g_bytes_get_data (text, NULL),
                                 g_bytes_get_size (text), JWT_ENCODING_TEXT,
                                 &error);
    g_assert_no_error (error);
    g_assert_cmpmem (g_bytes_get_data (jwt_key_get_secret (key), NULL),
                     jwt_key_get_size (key), SECRET, 5);
    g_assert_true (jwt_key_check (key, JWT_ALGORITHM_HS384, NULL));
    g_assert_false (jwt_key_check (key, JWT_ALGORITHM_HS256, NULL));
    if (ids[i] != NULL)
      g_assert_true (jwt_json_string_equals (json, jwt_json_find (json, "kid"),
                                             ids[i], strlen (ids[i])));
  }
}

static void
test_names_for_secrets (void)
{
  static const struct
  {
    const char *name;
    gboolean    variable, key_id;
  } rows[] = {
    { "JWT_SECRET", TRUE, TRUE }, { "_", TRUE, TRUE }, { "a1", TRUE, TRUE },
    { "1a", FALSE, TRUE }, { "", FALSE, FALSE }, { "a-b", FALSE, TRUE },
    { "a b", FALSE, TRUE }, { "a=b", FALSE, TRUE }, { "a\n", FALSE, TRUE },
    { "gr\xc3\xbcn", FALSE, TRUE }, { "\xff", FALSE, FALSE },
    { "$(id)", FALSE, TRUE }, { "a;b", FALSE, TRUE },
    { "\xef\xbc\xa1", FALSE, TRUE }, { NULL, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const char *name = rows[i].name;

    g_assert_true (jwt_export_name_is_valid (JWT_EXPORT_PLAIN, name));
    g_assert_true (jwt_export_name_is_valid (JWT_EXPORT_JWK, name) ==
                   rows[i].key_id);
    g_assert_true (jwt_export_name_is_valid (JWT_EXPORT_ENV, name) ==
                   rows[i].variable);
    g_assert_true (jwt_export_name_is_valid (JWT_EXPORT_SHELL, name) ==
                   rows[i].variable);
    g_assert_true (jwt_export_name_is_valid (JWT_EXPORT_KUBERNETES, name) ==
                   rows[i].variable);
  }
}

static void
test_format_names (void)
{
  g_autoptr (GEnumClass) all = g_type_class_ref (JWT_TYPE_EXPORT_FORMAT);
  JwtExportFormat format = JWT_EXPORT_PLAIN;

  for (guint i = 0; i < all->n_values; i++) {
    g_assert_cmpstr (jwt_export_format_get_name (i), ==,
                     all->values[i].value_nick);
    g_assert_true (jwt_export_format_from_name (all->values[i].value_nick,
                                                &format));
    g_assert_cmpuint (format, ==, i);
  }

  g_assert_false (jwt_export_format_from_name ("", &format));
  g_assert_false (jwt_export_format_from_name ("JWK", &format));
  g_assert_false (jwt_export_format_from_name (".env", &format));
  g_assert_false (jwt_export_format_from_name ("k8s", &format));
  g_assert_cmpint (format, ==, JWT_EXPORT_SHELL);
}

static void
check_wiped (JwtExportFormat  format,
             JwtEncoding      encoding,
             GBytes          *secret)
{
  JwtEncoding written = format == JWT_EXPORT_JWK ? JWT_ENCODING_BASE64URL
                                                 : encoding;
  g_autoptr (GBytes) needle = NULL;
  GBytes *text;

  needle = jwt_encoding_encode (written, g_bytes_get_data (secret, NULL),
                                g_bytes_get_size (secret));
  witness_start (g_bytes_get_data (needle, NULL), g_bytes_get_size (needle));
  text = jwt_export_secret (format, secret, encoding, JWT_ALGORITHM_HS512,
                            "NAME");
  g_bytes_unref (text);
  g_assert_cmpuint (witness_stop (), ==, 0);
}

/* Of many sizes, so that a text outgrows its buffer behind the secret too. */
static void
test_wiped (void)
{
  for (gsize size = 16; size < 300; size++) {
    char *data = g_malloc (size);
    g_autoptr (GBytes) secret = jwt_bytes_take_wiped (data, size);

    for (gsize i = 0; i < size; i++)
      data[i] = (char) g_test_rand_int_range ('0', 'z');
    for (guint encoding = 0; encoding < JWT_N_ENCODINGS; encoding++)
      for (guint format = JWT_EXPORT_PLAIN; format <= JWT_EXPORT_SHELL;
           format++)
        check_wiped (format, encoding, secret);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/texts", test_texts);
  g_test_add_func ("/export/kubernetes-names", test_kubernetes_names);
  g_test_add_func ("/export/long-kubernetes-name", test_long_kubernetes_name);
  g_test_add_func ("/export/quoting", test_quoting);
  g_test_add_func ("/export/yaml-quoting", test_yaml_quoting);
  g_test_add_func ("/export/no-text", test_no_text);
  g_test_add_func ("/export/jwk-is-read", test_jwk_is_read);
  g_test_add_func ("/export/names-for-secrets", test_names_for_secrets);
  g_test_add_func ("/export/format-names", test_format_names);
  g_test_add_func ("/export/wiped", test_wiped);

  return g_test_run ();
}
