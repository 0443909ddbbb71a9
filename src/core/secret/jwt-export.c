/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/secret/jwt-export.h"

#include <string.h>

#include "core/base/jwt-bytes.h"
#include "core/base/jwt-display.h"
#include "core/base/jwt-json-writer.h"

#define DEFAULT_NAME        "JWT_SECRET"
#define DEFAULT_OBJECT_NAME "jwt-secret"

/* RFC 1123, which Kubernetes names its objects by. */
#define MAX_OBJECT_NAME 253

/* What means nothing special to a shell, or to what reads an .env file. */
#define PLAIN_CHARACTERS                                                \
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"      \
  "%+,-./:=@_"

/* A text that grows without leaving a copy of itself in freed memory. */
typedef struct
{
  char  *data;
  gsize  size;
  gsize  capacity;
} Sheet;

/* What is written, before it is known how. */
typedef struct
{
  GBytes       *secret;
  GBytes       *text;
  JwtAlgorithm  algorithm;
  const char   *name;
} Export;

typedef void (*WriteFunc) (Sheet        *sheet,
                           const Export *export);

static void
sheet_reserve (Sheet *sheet,
               gsize  length)
{
  gsize capacity = (sheet->size + length) * 2;
  char *data;

  if (sheet->size + length <= sheet->capacity)
    return;

  data = g_malloc (capacity);
  if (sheet->size > 0)
    memcpy (data, sheet->data, sheet->size);
  jwt_wipe (sheet->data, sheet->size);
  g_free (sheet->data);
  sheet->data = data;
  sheet->capacity = capacity;
}

static void
add_length (Sheet      *sheet,
            const char *text,
            gsize       length)
{
  sheet_reserve (sheet, length);
  if (length > 0)
    memcpy (sheet->data + sheet->size, text, length);
  sheet->size += length;
}

static void
add (Sheet      *sheet,
     const char *text)
{
  add_length (sheet, text, strlen (text));
}

static void
add_bytes (Sheet  *sheet,
           GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  add_length (sheet, data, size);
}

static GBytes *
sheet_finish (Sheet *sheet)
{
  sheet_reserve (sheet, 1);
  sheet->data[sheet->size] = '\0';

  return jwt_bytes_take_wiped (sheet->data, sheet->size);
}

/* Puts @escape before each of the characters that @special lists. */
static void
add_escaped (Sheet      *sheet,
             const char *text,
             const char *special,
             const char *escape)
{
  while (*text != '\0') {
    gsize plain = strcspn (text, special);

    add_length (sheet, text, plain);
    text += plain;
    if (*text != '\0') {
      add (sheet, escape);
      add_length (sheet, text++, 1);
    }
  }
}

static const char *
get_text (const Export *export)
{
  return g_bytes_get_data (export->text, NULL);
}

static void
write_plain (Sheet        *sheet,
             const Export *export)
{
  add_bytes (sheet, export->text);
}

/* Between double quotation marks, what expands there has to be escaped;
 * between single ones nothing does, and no such mark can stand. */
static void
write_env (Sheet        *sheet,
           const Export *export)
{
  const char *text = get_text (export);

  add (sheet, export->name);
  add (sheet, "=");
  if (text[strspn (text, PLAIN_CHARACTERS)] == '\0') {
    add (sheet, text);
  } else if (strchr (text, '\'') == NULL) {
    add (sheet, "'");
    add (sheet, text);
    add (sheet, "'");
  } else {
    add (sheet, "\"");
    add_escaped (sheet, text, "\"\\$`", "\\");
    add (sheet, "\"");
  }
  add (sheet, "\n");
}

static void
write_shell (Sheet        *sheet,
             const Export *export)
{
  add (sheet, " export ");
  add (sheet, export->name);
  add (sheet, "='");
  for (const char *text = get_text (export); *text != '\0';) {
    gsize plain = strcspn (text, "'");

    add_length (sheet, text, plain);
    text += plain;
    if (*text == '\'') {
      add (sheet, "'\\''");
      text++;
    }
  }
  add (sheet, "'\n");
}

/* Only the key ID is quoted by way of other buffers: it is no secret. */
static void
add_member (Sheet      *sheet,
            const char *name,
            const char *value)
{
  g_autofree char *quoted = value != NULL ? jwt_json_quote (value) : NULL;

  if (quoted == NULL)
    return;

  add (sheet, "  \"");
  add (sheet, name);
  add (sheet, "\": ");
  add (sheet, quoted);
  add (sheet, ",\n");
}

static void
write_jwk (Sheet        *sheet,
           const Export *export)
{
  gsize size;
  const char *data = g_bytes_get_data (export->secret, &size);
  g_autoptr (GBytes) k = jwt_encoding_encode (JWT_ENCODING_BASE64URL,
                                              data, size);

  add (sheet, "{\n");
  add_member (sheet, "kty", "oct");
  add_member (sheet, "use", "sig");
  add_member (sheet, "alg", jwt_algorithm_get_name (export->algorithm));
  add_member (sheet, "kid", export->name);
  add (sheet, "  \"k\": \"");
  add_bytes (sheet, k);
  add (sheet, "\"\n}\n");
}

/* Kubernetes names take small letters and hyphens, and end with a letter or a
 * digit on both sides. */
static char *
dup_object_name (const char *name)
{
  g_autofree char *lower = NULL;
  gsize length;

  while (*name == '_')
    name++;
  lower = g_ascii_strdown (name, -1);
  g_strdelimit (lower, "_", '-');

  length = MIN (strlen (lower), MAX_OBJECT_NAME);
  while (length > 0 && lower[length - 1] == '-')
    length--;

  return length > 0 ? g_strndup (lower, length)
                    : g_strdup (DEFAULT_OBJECT_NAME);
}

/* YAML 1.1, which Kubernetes reads, takes more than one would think for a
 * boolean or a number. */
static void
add_yaml_word (Sheet      *sheet,
               const char *word)
{
  static const char * const taken[] = {
    "false", "n", "no", "null", "off", "on", "true", "y", "yes", NULL
  };
  g_autofree char *lower = g_ascii_strdown (word, -1);
  gboolean quoted = g_ascii_isdigit (*word) || g_strv_contains (taken, lower);

  add (sheet, quoted ? "\"" : "");
  add (sheet, word);
  add (sheet, quoted ? "\"" : "");
}

static void
write_kubernetes (Sheet        *sheet,
                  const Export *export)
{
  g_autofree char *object_name = dup_object_name (export->name);

  add (sheet, "apiVersion: v1\nkind: Secret\nmetadata:\n  name: ");
  add_yaml_word (sheet, object_name);
  add (sheet, "\ntype: Opaque\nstringData:\n  ");
  add_yaml_word (sheet, export->name);
  add (sheet, ": \"");
  add_escaped (sheet, get_text (export), "\"\\", "\\");
  add (sheet, "\"\n");
}

static const struct
{
  const char *name;
  WriteFunc   write;
  const char *default_name;
  gboolean    is_variable; /* whether it names a variable */
} formats[] = {
  [JWT_EXPORT_PLAIN] = { "plain", write_plain, NULL, FALSE },
  [JWT_EXPORT_ENV] = { "env", write_env, DEFAULT_NAME, TRUE },
  [JWT_EXPORT_JWK] = { "jwk", write_jwk, NULL, FALSE },
  [JWT_EXPORT_KUBERNETES] = { "kubernetes", write_kubernetes,
                              DEFAULT_NAME, TRUE },
  [JWT_EXPORT_SHELL] = { "shell", write_shell, DEFAULT_NAME, TRUE },
};

static gboolean
is_variable_name (const char *name)
{
  if (!g_ascii_isalpha (*name) && *name != '_')
    return FALSE;

  while (g_ascii_isalnum (*name) || *name == '_')
    name++;

  return *name == '\0';
}

/* Lines, quotation marks and YAML cannot hold every byte: a text is one only
 * where a person could have typed and seen it in one line. */
static gboolean
is_one_line (GBytes *bytes)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  if (size > 0 && !g_utf8_validate_len (text, size, NULL))
    return FALSE;

  for (gsize at = 0; at < size; at += g_utf8_skip[(guchar) text[at]]) {
    gunichar character = g_utf8_get_char (text + at);

    if (!g_unichar_isprint (character) || jwt_display_is_hidden (character))
      return FALSE;
  }

  return TRUE;
}

/**
 * jwt_export_format_get_name:
 * @format: a #JwtExportFormat
 *
 * Gets the name that scripts see, which never changes: `"kubernetes"`.
 *
 * Returns: (transfer none): the name
 */
const char *
jwt_export_format_get_name (JwtExportFormat format)
{
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (formats), NULL);

  return formats[format].name;
}

/**
 * jwt_export_format_from_name:
 * @name: a name as jwt_export_format_get_name() gives it
 * @format: (out): the format of that name
 *
 * Returns: whether there is one; @format is unchanged otherwise
 */
gboolean
jwt_export_format_from_name (const char      *name,
                             JwtExportFormat *format)
{
  g_return_val_if_fail (name != NULL && format != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    if (g_str_equal (formats[i].name, name)) {
      *format = (JwtExportFormat) i;
      return TRUE;
    }
  }

  return FALSE;
}

/**
 * jwt_export_name_is_valid:
 * @format: a #JwtExportFormat
 * @name: (nullable): a name for the secret, or %NULL for the format's own
 *
 * Tells whether @format can have @name: any key ID (RFC 7517 §4.5) that is not
 * empty in a JWK, and what a shell takes for a variable in the others. A plain
 * secret has no name, so that none is wrong.
 *
 * Returns: whether it can
 */
gboolean
jwt_export_name_is_valid (JwtExportFormat  format,
                          const char      *name)
{
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (formats), FALSE);

  if (name == NULL || format == JWT_EXPORT_PLAIN)
    return TRUE;
  if (formats[format].is_variable)
    return is_variable_name (name);

  return *name != '\0' && g_utf8_validate (name, -1, NULL);
}

/**
 * jwt_export_secret:
 * @format: what to write
 * @secret: the secret's bytes
 * @encoding: how to write them; a JWK has Base64URL in any case
 * @algorithm: what the secret is for, which a JWK says
 * @name: (nullable): a name that jwt_export_name_is_valid() takes, or %NULL for
 *   `JWT_SECRET`, and in a JWK for no key ID
 *
 * Writes a secret as it is kept elsewhere. All but a plain one end with a line
 * break.
 *
 * Returns: (transfer full) (nullable): the text, which is wiped when it is
 *   freed; a NUL that is not counted follows it. %NULL where @format has no
 *   place for @secret as %JWT_ENCODING_TEXT, which takes printable UTF-8.
 */
GBytes *
jwt_export_secret (JwtExportFormat  format,
                   GBytes          *secret,
                   JwtEncoding      encoding,
                   JwtAlgorithm     algorithm,
                   const char      *name)
{
  g_autoptr (GBytes) text = NULL;
  Export export = { secret, NULL, algorithm, name };
  Sheet sheet = { NULL, 0, 0 };

  g_return_val_if_fail (secret != NULL, NULL);
  g_return_val_if_fail (jwt_export_name_is_valid (format, name), NULL);

  text = jwt_encoding_encode (encoding, g_bytes_get_data (secret, NULL),
                              g_bytes_get_size (secret));
  if (formats[format].is_variable && !is_one_line (text))
    return NULL;

  export.text = text;
  if (name == NULL)
    export.name = formats[format].default_name;
  formats[format].write (&sheet, &export);

  return sheet_finish (&sheet);
}
