// What each example project spends its money on. The planned amounts are those of the definitions.
#pragma once

#include "expenditures.h"

namespace euproj_examples {

SpendingPlan bytom_spending();
SpendingPlan opole_spending();
SpendingPlan jastrzebie_spending();
SpendingPlan lublin_spending();
SpendingPlan bartoszyce_spending();

}  // namespace euproj_examples
