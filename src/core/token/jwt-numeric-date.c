/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/token/jwt-numeric-date.h"

#include <string.h>

/* A time of this size would be thousands of years off in seconds, and is an
 * ordinary one in milliseconds. */
#define MIN_MILLISECONDS G_GINT64_CONSTANT (100000000000)
#define MAX_MILLISECONDS G_GINT64_CONSTANT (99999999999999)

/* No exponent beyond this can matter: a text of the largest size has fewer
 * digits. */
#define MAX_EXPONENT (2 * (gint64) JWT_JSON_MAX_SIZE)

typedef struct
{
  gboolean  negative;
  GString  *digits;   /* without the point */
  gint64    exponent; /* where the point stands, counted from the digits' end */
} Decimal;

static gint64
read_exponent (const char *at)
{
  gboolean negative = *at == '-';
  gint64 exponent = 0;

  if (*at == '+' || *at == '-')
    at++;
  for (; g_ascii_isdigit (*at); at++)
    exponent = MIN (exponent * 10 + (*at - '0'), MAX_EXPONENT);

  return negative ? -exponent : exponent;
}

static void
decimal_read (Decimal    *self,
              const char *literal)
{
  gboolean after_point = FALSE;

  self->digits = g_string_new (NULL);
  self->negative = *literal == '-';
  self->exponent = 0;

  for (const char *at = literal + self->negative; *at != '\0'; at++) {
    if (*at == 'e' || *at == 'E') {
      self->exponent += read_exponent (at + 1);
      break;
    } else if (*at == '.') {
      after_point = TRUE;
    } else {
      g_string_append_c (self->digits, *at);
      self->exponent -= after_point ? 1 : 0;
    }
  }
}

static gboolean
has_non_zero (const char *digits,
              gsize       length)
{
  return strspn (digits, "0") < length;
}

static gboolean
append_digit (guint64 *value,
              char     digit)
{
  return g_uint64_checked_mul (value, *value, 10) &&
         g_uint64_checked_add (value, *value, digit - '0');
}

/* Counts whole seconds in digits, so that nothing is rounded on the way. */
static gboolean
decimal_get_integer (const Decimal *self,
                     guint64       *value,
                     gboolean      *fraction)
{
  gint64 point = (gint64) self->digits->len + self->exponent;

  *value = 0;
  *fraction = FALSE;
  if (!has_non_zero (self->digits->str, self->digits->len))
    return TRUE;

  for (gint64 i = 0; i < point; i++) {
    char digit = i < (gint64) self->digits->len ? self->digits->str[i] : '0';

    if (!append_digit (value, digit))
      return FALSE;
  }

  if (point < (gint64) self->digits->len) {
    gsize start = MAX (point, 0);

    *fraction = has_non_zero (self->digits->str + start,
                              self->digits->len - start);
  }

  return TRUE;
}

static gboolean
read_literal (const char     *literal,
              JwtNumericDate *date)
{
  Decimal decimal;
  guint64 value;
  gboolean in_range;

  decimal_read (&decimal, literal);
  in_range = decimal_get_integer (&decimal, &value, &date->fraction);
  g_string_free (decimal.digits, TRUE);

  /* Below zero, rounding down is away from it, and there is one more. */
  if (!in_range || value > (guint64) G_MAXINT64 + 1)
    return FALSE;
  if (decimal.negative && date->fraction)
    value++;
  if (value > (guint64) G_MAXINT64 + (decimal.negative ? 1 : 0))
    return FALSE;

  date->seconds = decimal.negative ? (gint64) (0 - value) : (gint64) value;
  date->milliseconds = date->seconds >= MIN_MILLISECONDS &&
                       date->seconds <= MAX_MILLISECONDS;

  return TRUE;
}

static void
set_problem (JwtNumericDate    *date,
             JwtError           code,
             JwtJson           *payload,
             const char        *name,
             const JwtJsonSpan *span)
{
  g_autofree char *actual = jwt_json_dup_display (payload, span);
  JwtErrorDetail detail = {
    .part = JWT_PART_PAYLOAD,
    .offset = span->start,
    .name = (char *) name,
    .actual = actual,
  };

  date->state = JWT_CLAIM_INVALID;
  date->problem = jwt_error_new (code, &detail);
}

/*< private >
 * jwt_numeric_date_read:
 * @payload: a claims set
 * @name: the claim's name
 * @date: (out caller-allocates): what it says; its problem is to be freed
 *
 * Reads a NumericDate (RFC 7519 §2) from the digits that the token wrote: text,
 * a truth value or null is %JWT_ERROR_CLAIM_TYPE; a number that does not fit 64
 * bits is %JWT_ERROR_CLAIM_RANGE.
 */
void
jwt_numeric_date_read (JwtJson        *payload,
                       const char     *name,
                       JwtNumericDate *date)
{
  const JwtJsonSpan *span = jwt_json_find (payload, name);
  g_autofree char *literal = NULL;

  *date = (JwtNumericDate) { JWT_CLAIM_ABSENT };
  if (span == NULL)
    return;

  if (span->type != JWT_JSON_NUMBER) {
    set_problem (date, JWT_ERROR_CLAIM_TYPE, payload, name, span);
    return;
  }

  literal = jwt_json_dup_literal (payload, span);
  if (read_literal (literal, date))
    date->state = JWT_CLAIM_VALID;
  else
    set_problem (date, JWT_ERROR_CLAIM_RANGE, payload, name, span);
}

/*< private >
 * jwt_numeric_date_ceiling:
 * @date: a valid date
 *
 * Returns: the first whole second that is not before @date
 */
gint64
jwt_numeric_date_ceiling (const JwtNumericDate *date)
{
  return date->fraction && date->seconds < G_MAXINT64 ? date->seconds + 1
                                                      : date->seconds;
}

/*< private >
 * jwt_numeric_date_add:
 * @seconds: a time, in seconds since the Unix epoch
 * @more: how many seconds later, or earlier below 0
 *
 * Returns: that time, or the last or first one that there is
 */
gint64
jwt_numeric_date_add (gint64 seconds,
                      gint64 more)
{
  gint64 sum;

  if (__builtin_add_overflow (seconds, more, &sum))
    return more > 0 ? G_MAXINT64 : G_MININT64;

  return sum;
}
