import { definePolicies } from "@medusajs/framework/utils"

/** To work on the queue. */
export const FOLLOW_UP = "follow_up"

/** To see everyone's tasks; without it, only one's own and unassigned tasks. */
export const FOLLOW_UP_TEAM = "follow_up_team"

/** To manage playbooks, calendars, scripts and canned answers. */
export const FOLLOW_UP_RULE = "follow_up_rule"

/** To see what is short, and to say so. */
export const SHORTAGE = "shortage"

/** To see and agree on delivery windows, and to make them. */
export const DELIVERY_WINDOW = "delivery_window"

/** The policies that a role may have in Medusa's role-based access control. */
export const followUpPolicies = definePolicies([
  {
    name: "ReadFollowUps",
    resource: FOLLOW_UP,
    operation: "read",
    description: "See the queue and its tasks",
  },
  {
    name: "UpdateFollowUps",
    resource: FOLLOW_UP,
    operation: "update",
    description: "Work on tasks: take, attempt, complete and cancel them",
  },
  {
    name: "ReadFollowUpTeams",
    resource: FOLLOW_UP_TEAM,
    operation: "read",
    description: "See everyone's tasks, not only one's own",
  },
  {
    name: "ReadFollowUpRules",
    resource: FOLLOW_UP_RULE,
    operation: "read",
    description: "See playbooks, business calendars and canned answers",
  },
  {
    name: "CreateFollowUpRules",
    resource: FOLLOW_UP_RULE,
    operation: "create",
    description: "Add playbooks, business calendars and canned answers",
  },
  {
    name: "UpdateFollowUpRules",
    resource: FOLLOW_UP_RULE,
    operation: "update",
    description: "Change playbooks, business calendars and canned answers",
  },
  {
    name: "DeleteFollowUpRules",
    resource: FOLLOW_UP_RULE,
    operation: "delete",
    description: "Delete playbooks, business calendars and canned answers",
  },
  {
    name: "ReadShortages",
    resource: SHORTAGE,
    operation: "read",
    description: "See which orders stock does not cover",
  },
  {
    name: "CreateShortages",
    resource: SHORTAGE,
    operation: "create",
    description: "Report what is not on the shelf, and when it is expected",
  },
  {
    name: "UpdateShortages",
    resource: SHORTAGE,
    operation: "update",
    description: "Offer alternatives, and carry out what customers choose",
  },
  {
    name: "ReadDeliveryWindows",
    resource: DELIVERY_WINDOW,
    operation: "read",
    description: "See delivery windows and who is booked into them",
  },
  {
    name: "UpdateDeliveryWindows",
    resource: DELIVERY_WINDOW,
    operation: "update",
    description: "Agree on delivery windows: book, move and release them",
  },
  {
    name: "CreateDeliveryWindows",
    resource: DELIVERY_WINDOW,
    operation: "create",
    description: "Say when couriers come, and for how many orders",
  },
])
