/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/jwt-workbench.h"

G_BEGIN_DECLS

JwtSummary jwt_summary_of_pasted (JwtToken      *token,
                                  JwtVerdict    *verdict,
                                  gboolean       has_key,
                                  const GError **problem);
JwtSummary jwt_summary_of_typed  (JwtOwner       owner,
                                  JwtToken      *token,
                                  JwtVerdict    *verdict,
                                  const GError  *signer_problem,
                                  const GError **problem);

G_END_DECLS
