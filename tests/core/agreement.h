/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/jwt-workbench.h"

/* Fails where two properties of a workbench contradict each other. */
void agreement_assert (JwtWorkbench *bench);
