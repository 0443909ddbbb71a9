/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/jwt-workbench.h"

G_BEGIN_DECLS

char *jwt_template_get_header  (JwtTemplate   which,
                                JwtAlgorithm  algorithm);
char *jwt_template_get_payload (JwtTemplate   which,
                                gint64        now);

G_END_DECLS
