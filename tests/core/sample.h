/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/judge/jwt-verdict.h"

G_BEGIN_DECLS

/* Long enough for every algorithm. */
#define SAMPLE_SECRET \
  "an example of a secret, with sixty-four letters and a few more of them"

/* Too short for any. */
#define SAMPLE_WEAK "sixteen letters:"

#define SAMPLE_HEADER  "{\"alg\":\"HS256\",\"typ\":\"JWT\"}"
#define SAMPLE_PAYLOAD "{\"sub\":\"1234\",\"n\":1.10,\"exp\":2000}"

/* RFC 7515, appendix A.1: the token, its key as a JWK, and the two times of
 * its payload. */
#define SAMPLE_RFC_HEADER    "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
#define SAMPLE_RFC_PAYLOAD                                         \
  "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLm" \
  "NvbS9pc19yb290Ijp0cnVlfQ"
#define SAMPLE_RFC_SIGNATURE "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
#define SAMPLE_RFC_TOKEN \
  SAMPLE_RFC_HEADER "." SAMPLE_RFC_PAYLOAD "." SAMPLE_RFC_SIGNATURE
#define SAMPLE_RFC_JWK                                                  \
  "{\"kty\":\"oct\",\"k\":\"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T" \
  "-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow\"}"
#define SAMPLE_RFC_EXP 1300819380

char       *sample_encode  (const char   *text);
char       *sample_sign    (const char   *header,
                            const char   *payload,
                            JwtAlgorithm  algorithm,
                            const char   *secret);
char       *sample_token   (const char   *payload);
JwtKey     *sample_key     (const char   *secret);
JwtToken   *sample_read    (const char   *text);
JwtJson    *sample_json    (const char   *text);

G_END_DECLS
