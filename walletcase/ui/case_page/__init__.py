"""One case: header, next action, step rail, tabs. The tabs come from other rooms; the window hands them in."""
