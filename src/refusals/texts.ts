import { DEFINITION_PROBLEMS } from "../business-time"

/** It does not exist, or the caller may not see it. */
export const NOT_FOUND = {
  task_not_found: "Follow-up task with id: {id} was not found",
  playbook_not_found: "Playbook with id: {id} was not found",
  calendar_not_found: "Business calendar with id: {id} was not found",
  canned_answer_not_found: "Canned answer with id: {id} was not found",
  order_not_found: "Order with id: {id} was not found",
  user_not_found: "User with id: {id} was not found",
  line_not_found: "Order {order_id} has no line with id: {id}",
  inventory_item_not_found: "Inventory item with id: {id} was not found",
  location_not_found: "Stock location with id: {id} was not found",
  offer_not_found: "Offer with id: {id} was not found",
  variant_not_found: "Variant with id: {id} was not found",
  tracking_not_found: "No parcel has the tracking number {number}",
  window_template_not_found:
    "Template of delivery windows with id: {id} was not found",
  window_exception_not_found:
    "Exception of delivery windows with id: {id} was not found",
  window_not_found: "Delivery window with id: {id} was not found",
  booking_not_found: "Order {order_id} has no place in a delivery window",
  delivery_not_found: "Delivery with id: {id} was not found",
  cart_not_found: "Cart with id: {id} was not found",
} as const

/** Whoever asks has not shown who they are. */
export const UNAUTHORIZED = {
  webhook_unsigned:
    "The signature was refused: {reason}. Sign the body as Standard Webhooks has it, with the option delivery_windows.webhook_secret, and send it within five minutes",
} as const

export const FORBIDDEN = {
  not_permitted: "Insufficient permissions. Required policies: {policies}",
  overbooking_not_permitted:
    "Only those who may make windows may book a full one. Required policies: {policies}",
} as const

/** A lock, a slow disk or too much at once: nothing was done. */
export const BUSY = {
  desk_busy:
    "The order desk's tables are busy, and nothing was changed; try again in a few seconds",
} as const

/** The present state does not allow it. */
export const NOT_ALLOWED = {
  task_closed:
    "This task is {status} and cannot be {attempted}; reopen it first",
  completed_otherwise:
    'This task is already completed with "{outcome}"; reopen it to give another outcome',
  completed_with_number:
    'phone was {was}, but this task is already completed with "{phone}"; reopen it to give another number',
  completed_with_answer:
    "answers.{name} was {was}, but this task is already completed with another answer; reopen it to change it",
  outcome_not_of_type:
    '{field} was "{outcome}"; a {type} task may end with "{allowed}"',
  outcome_undone:
    '{field} was "{outcome}", which has yet to be done: it is recorded by what is done in the section "{section}" of the call sheet',
  number_missing:
    'phone is missing: outcome "{outcome}" needs the number that the customer gave',
  answer_missing: 'answers.{name} is missing: outcome "{outcome}" needs it',
  answer_not_asked:
    'answers.{name} is not asked for by outcome "{outcome}"; it asks for {allowed}',
  answer_no_text:
    "answers.{name} was {was}; it must be a text of at most 1000 characters",
  answer_no_number: "answers.{name} was {was}; it must be a number",
  answer_no_date:
    "answers.{name} was {was}; it must be a date such as 2026-11-27",
  not_a_phone_number:
    "phone is not a phone number; it may be one such as +380671234567",
  number_of_no_country:
    "phone has no country prefix, and the country of the customer is unknown; it may be one such as +380671234567",
  nothing_to_send:
    "Nothing more is to be sent of this line: it was packed, or its order was canceled or is over",
  offer_open:
    "The customer has an open offer for this line; withdraw it, or record the answer",
  offer_closed:
    "This offer is {status} and can no longer be answered or changed",
  answer_overtaken:
    "This answer took too long: it was taken back or carried out meanwhile; read the offer again",
  offer_held_longest:
    "This offer is held for {minutes} minutes in all, which is the longest; make another once it has ended",
  units_gone:
    "So many units of variant {variant_id} are not free at this location",
  variant_not_sold:
    "{field} was {was}; it must be another variant than the line's, published, and with a price in the order's currency",
  too_many_units:
    "{field} was {was}, but only {outstanding} are yet to be sent of this line",
  not_offered: "{field} was {was}; this offer has {allowed}",
  stock_not_corrected:
    "{field} was true, but the stock level cannot be told from what was found: the line must be reserved at one location, and be of one inventory item; change the level itself",
  hold_gone: "What was held for the customer is no longer held; offer it again",
  change_open:
    "This order has an open change ({change_type}), begun by {opened_by} at {opened_at}; confirm or cancel it first",
  change_open_since:
    "This order has an open change ({change_type}), begun at {opened_at}; confirm or cancel it first",
  change_lost:
    "Somebody canceled the edit while it was carried out, and nothing was changed; try again",
  settlement_unfinished:
    "Something agreed about this order is being carried out; try again in a minute",
  settlement_failed:
    "Nothing was changed, and what was held is held still: {reason}; try again, or edit the order itself",
  webhook_off:
    "Reports are refused: the option delivery_windows.webhook_secret is not set",
  message_id_used:
    'webhook-id "{id}" was already used for another report; send a new id with new content',
  window_full: "This delivery window is full",
  window_cut_off:
    "This delivery window takes no more bookings: its cut-off has passed",
  window_too_soon: "This delivery window begins too soon to be booked",
  window_closed: "This delivery window is closed",
  window_gone:
    "This delivery window has begun, or the booking is no longer active",
  too_many_requests: "Too many requests; try again in {wait_s} seconds",
  customer_not_told:
    "No message can reach the customer ({reason}); agree on the window with them, and say so",
  window_not_for_order:
    "{field} was {was}; this window is not for how the order is delivered",
  moves_used_up:
    "The customer has moved this delivery as often as customers may",
  already_booked:
    "The order already has a place in another delivery window; move it there",
  order_not_delivered:
    "Nothing is delivered of this order any more: it is canceled or over",
  cart_completed: "This cart has become an order",
  order_locked:
    "Somebody else is changing this order; try again in a few seconds",
  only_people_claim: "Only a person can claim a task",
  only_people_call: "Only a person can call a customer",
  being_called:
    "{assignee} has been calling this customer since {since}; send despite_call to do it all the same",
  already_claimed: "This task was already claimed by {assignee}",
  call_back_missing:
    'call_back_at is missing: outcome "call_back_later" needs the time that the customer named',
  call_back_with_outcome:
    'call_back_at goes with outcome "call_back_later" only, not with "{outcome}"',
  call_back_passed:
    "call_back_at was {at}, which has passed; it may be any later time",
  wait_passed:
    "until was {at}, which has passed; it may be any later time within a year",
  too_far_ahead: "{field} was {at}; it may be at most a year ahead",
  message_with_outcome:
    'message goes with outcome "message_sent" only, not with "{outcome}"',
  message_by_phone:
    'channel was "phone"; a message may be sent by "email", "sms" or "messenger"',
  message_empty: "{field} was empty; it may be any text",
  message_too_long:
    "{field} had {length} characters; on this channel it may have at most {max}",
  message_no_address:
    "{field} was {was}; it may be one e-mail address such as olena@mail.example",
  message_no_number:
    "{field} was {was}; it may be a phone number such as +380671234567",
  message_wrong_number:
    "{field} was {was}, at which somebody else answered; it may be another number",
  message_no_subject: "{field} may be one line of 1 to {max} characters",
  message_unfilled:
    "{field} still has {variable} in it, which has no value here; write what it stands for",
  message_stays: "A message that was sent cannot be taken back",
  message_failed: "The message could not be sent: {error}",
  channel_not_served:
    "no notification provider of this store serves the channel {channel}; it may be one of {allowed}",
  completed_unreached:
    'complete_with goes with outcome "reached" only, not with "{outcome}"',
  order_stays:
    "This task's order is not to be canceled: there is none, or the task was settled in another way; reopen it first",
  closed_with_order:
    "This task was closed with its order, which is canceled: there is nothing to open again",
  order_completed:
    "The order is completed and can no longer be canceled; what comes back is a return",
  order_fulfilled:
    "The order is being packed or is on its way: cancel its fulfillments first, or take it back as a return",
  no_attempt: "This task has no attempt that could be withdrawn",
  not_your_attempt:
    "The last attempt was recorded by {assignee}, who alone may withdraw it",
  attempt_of_nobody:
    "The last attempt was not recorded by a person, and no person may withdraw it",
  attempt_of_deed:
    "The last attempt was recorded by what was done for the customer, such as a change of the order or a booking, which stays done; it may not be withdrawn",
  attempt_too_old:
    "The last attempt was recorded at {at}; an attempt may be withdrawn within {minutes} minutes",
  changed_since_attempt:
    "This task has changed since its last attempt, which may not be withdrawn any more",
  attempt_brought_number:
    "The last attempt brought a phone number, which is in use already, and may not be withdrawn; reopen the task instead",
  request_in_progress:
    "Somebody works on the task that asks for another number; the attempt that opened it may not be withdrawn any more",
  key_used_otherwise:
    'Idempotency-Key "{key}" was already used for another command on this task; send a new key',
  key_outdated:
    "This Idempotency-Key was sent before, and the task has been reopened since; send a new key",

  playbook_exists: "Playbook with id: {id} exists already",
  playbook_changed:
    'Playbook "{name}" was changed by somebody else meanwhile (version {version}, you edited {edited}): load it again, and make the change on what it says now',
  playbook_not_ours:
    'Playbook "{name}" did not come with the plugin, so there is nothing to put it back to; it can be edited or deleted',
  calendar_exists: "Business calendar with id: {id} exists already",
  calendar_changed:
    'Business calendar "{name}" was changed by somebody else meanwhile (version {version}, you edited {edited}): load it again, and make the change on what it says now',
  calendar_is_default:
    'Business calendar "{name}" is the default one, and a shop has always one: make another calendar the default first',
  calendar_in_use:
    'Business calendar "{name}" is in use: by {users}. Name in replace_with the calendar that takes over',
  canned_answer_in_use:
    'Canned answer "{name}" is to be sent once the attempts are used up, as {users}: choose another one there first',
  refund_changed:
    "amount was {was}, but {due} is to be returned now; look at the task again",
  nothing_captured:
    "No payment of this order was captured in Medusa; return the money in another way and complete the task",
} as const

/**
 * The request does not have the form that its route takes, in Medusa's words.
 */
const REQUESTS = {
  field_required: "Invalid request: Field '{field}' is required",
  unknown_fields: "Invalid request: Unrecognized fields: '{fields}'",
  wrong_type:
    "Invalid request: Expected type: '{expected}' for field '{field}', got: '{got}'",
  not_a_choice:
    "Invalid request: Expected: '{allowed}' for field '{field}', but got: '{got}'",
  too_small:
    "Invalid request: Value for field '{field}' too small, expected at least: '{min}'",
  too_big:
    "Invalid request: Value for field '{field}' too big, expected at most: '{max}'",
  too_short:
    "Invalid request: Value for field '{field}' too small, expected at least: '{min}'",
  too_long:
    "Invalid request: Value for field '{field}' too big, expected at most: '{max}'",
  too_few:
    "Invalid request: Value for field '{field}' too small, expected at least: '{min}'",
  too_many:
    "Invalid request: Value for field '{field}' too big, expected at most: '{max}'",
  invalid_request: "Invalid request: {field}: {reason}",
  not_an_instant:
    "{field_was}; it must be an instant such as 2026-11-21T09:00:00Z",
  no_moment: "{field} was {got}; it may be a time such as 2026-11-21T09:00:00Z",
  not_a_language: "{field} must be a language such as uk",
  reason_unknown: "reason was {was}; it must be one of {allowed}",
  unknown_scope: "the scope in bindings may be one of {allowed}",
  key_too_long:
    "Idempotency-Key had {length} characters; it may have at most {max}",
  program_is_nobody:
    'assignee_id was "me"; an API key is nobody, so it may be a user\'s id or "nobody"',
} as const

/** What a value must be, wherever it occurs. */
const RULES = {
  wrong_kind: "{field_was}; it must be {expected}",
  not_one_of: "{field_was}; it must be one of {allowed}",
  not_one_of_many: "{field_was}; it must be one of {allowed} and {more} more",
  unknown_word: "{field_was}; it may be one of {allowed}",
  unknown_field: "{field} is not a field of a {what}",
  repeated: "{field_was}; it must be another one: {first} is the same",
  invalid_character: "{field} contains an invalid character",
  too_deep: "{field} is nested too deeply; it may have at most {max} levels",
  text_too_long: "{field_was}; it must be a text of at most {max} characters",
  minutes_out_of_range:
    "{field_was}; it must be a whole number of business minutes from {min} to {max}",
  count_out_of_range:
    "{field_was}; it must be a whole number from {min} to {max}, or null",
  list_too_long: "{field_was}; it must be a list of up to {max} {items}",
  not_a_list_of_steps: "{field_was}; it must be a list of 1 to {max} steps",
  not_a_time_of_day:
    '{field_was}; it must be a time of day from "00:00" to "23:59"',
  not_a_percentage: "{field_was}; it must be a number from {min} to {max}",
  not_a_total: "{field_was}; it must be an amount above 0",
  not_a_currency:
    '{field_was}; it must be a currency in small letters such as "uah"',
  not_by_currency:
    '{field_was}; it must be by currency, in small letters such as "uah"',
  not_a_language_tag:
    "{field_was}; it must be a language tag such as uk or pt-BR",
} as const

const NAMES = {
  name_empty: "{field_was}; it may be 1 to {max} characters",
  name_too_long: "{field} has {length} characters; it may have at most {max}",
  name_taken: '{field_was}; another {kind} is called "{other}" already',
} as const

const SCRIPTS = {
  script_unknown_variable:
    "{field} is broken in line {line}, column {column}: {reason}",
  script_unknown_filter:
    "{field} is broken in line {line}, column {column}: {reason}",
  script_broken_tag:
    "{field} is broken in line {line}, column {column}: {reason}",
  script_computes_with_text:
    "{field} is broken in line {line}, column {column}: {reason}",
  script_never_equal:
    "{field} is broken in line {line}, column {column}: {reason}",
  script_prints_list:
    "{field} is broken in line {line}, column {column}: {reason}",
  script_failed: "{field} is broken in line {line}, column {column}: {reason}",
  script_too_much_together:
    "{field} and the texts before it take too much work together, {cost} steps; it may be at most {max}: shorten their loops",
  too_many_languages:
    "{field} has texts in {count} languages; it may have them in at most {max}",
  no_text: "{field} says nothing; it must have a text in one language at least",
} as const

const PLAYBOOKS = {
  no_trigger: "{field_was}; it must be a list of one or more of {allowed}",
  target_above_limit:
    "{field_was}; it must be at least the response target, {target}",
  limit_above_resolution:
    "{field_was}; it must be at least the response limit, {limit}, or null",
  unknown_calendar:
    "{field_was}; it must be the id of a business calendar of the shop, or null",
  empty_calling_hours:
    '{field_was}; it must be later than the start, "{start}"',
  left_out_unless: "{field_was}; it must be left out unless {other} is {value}",
  step_id_wrong:
    "{field_was}; it must be 1 to {max} letters, digits, hyphens and underscores",
  step_id_taken: "{field_was}; it must be another one: {first} has it",
  no_resolution_limit:
    "{field_was}; it must be response_target or response_limit: there is no resolution limit",
  nobody_to_tell: "{field_was}; it must be the id of a user",
  unknown_user: "{field_was}; it must be the id of a user of this store",
  unknown_canned_answer:
    "{field_was}; it must be the id of a canned answer of the shop, or null",
  event_name_wrong:
    "{field_was}; it must be a name in small letters such as shop.order_late, of at most {max} characters",
  event_name_ours:
    "{field_was}; it must be a name of the shop's own such as shop.order_late; those that begin with \"{prefix}.\" are the plugin's",
  event_name_medusas:
    "{field_was}; it must be a name of the shop's own such as shop.order_late; those that begin with \"{prefix}.\" are Medusa's",
  no_custom_actions:
    "{field_was}; it must be an action that the shop's own code registered, and there is none",
  no_safe_orders: "{field_was}; it must be null: only {type} has safe orders",
  safe_orders_without_amount:
    "{field} is empty; it must have an amount for one currency at least while safe orders are on: without one, no order is safe",
  operator_not_of_field:
    "{field_was}; it must be one of {allowed} for {condition}",
  not_a_count: "{field_was}; it must be a whole number from {min}",
  not_an_amount: "{field_was}; it must be an amount above 0, in major units",
  not_different_values:
    "{field_was}; it must be a list of 1 to {max} different values",
  currency_left_out:
    "{field_was}; it must be left out: {condition} is not an amount",
  playbook_not_of_type:
    "{field_was}; it may be the id of a playbook of the type {type}: {allowed}",
  type_without_playbook:
    "{field_was}; it may be left out only: the type {type} has no playbook",
  found_too_many:
    "{field_was}; only {outstanding} are yet to be sent of this line",
  settles_too_many:
    "{field_was}; only {outstanding} are yet to be packed of this line",
  too_few_there:
    "{field_was}; only {free} of {wanted} units are free at this location",
  day_is_past: "{field_was}; it must be today, {today}, or a later day",
  order_missing:
    "order_id, order_number or tracking_number is missing; a report is about one order",
  observed_ahead:
    "{field} was {was}, which is yet to come; it may be at most now",
  one_of_both: "{field} or {other} must be given, and not both",
  variant_not_counted:
    "{field_was}; stock is not counted for a variant with this id, so report what is missing of an order's line instead",
  pinned_to_itself: "{field_was}; a variant cannot replace itself",
  pinned_twice: "{field_was}; it is pinned to this variant already",
  too_many_pins: "{field}: at most {max} may be pinned to a variant",
  too_many_lines: "{field}: a file may have at most {max} lines",
  no_pairs:
    "{field} has no line with the SKU of a variant and that of what replaces it",
  quote_not_closed:
    "{field}: line {line} has a quotation mark that is not closed; one that belongs to an SKU is written twice, in a cell between quotation marks",
  not_two_columns:
    "{field_was}; it must be the SKU of a variant and that of what replaces it, separated as in the other lines: by a comma, a semicolon or a tab",
  sku_unknown: "{field_was}; no variant has this SKU",
  no_delivery_named:
    "{field} is empty; it must name at least one shipping option, unless service_zone_id names a service zone",
  ends_before_it_begins: "{field_was}; it may be a date from {from} on",
  window_without_places:
    "{field_was}, which takes no bookings; it must be at least 1, and windows that are not offered have is_on: false",
  date_without_places:
    '{field_was}, which takes no bookings; it must be at least 1, and a date without deliveries is of kind "closed"',
  extra_without_places:
    "{field_was}, which takes no bookings; it must be at least 1, or null for as many as its template has",
  exception_double:
    "{field_was}; the exception {id} already says how these windows differ on that date: change it, or delete it first",
  no_such_playbook:
    "{field_was}; there is no playbook of the type {type} with this id",
  order_with_stranger:
    "{field_was}; it may be the id of a playbook of the type {type}, and there is none with this one",
  order_with_repetition: "{field_was}, as was {first}; each may be named once",
  order_incomplete:
    '{field} is without "{id}" ("{name}"); it may be all {count} playbooks of the type {type}, in their new order',
} as const

const CALENDARS = {
  unknown_key: "{field}: has {was}; it may have {allowed}",
  too_many_exceptions:
    "{field}: has {count} dates; a calendar may have at most {max}",
  no_weekly_hours:
    "{field}: has no windows, so nothing would be open after the last exception; it may have a window on one weekday at least",
  label_too_long: "{field}: has {length} characters; it may have at most {max}",
  binding_repeated:
    '{field} is the {scope} "{reference_id}", as is {first}; each may be named once',
  unknown_binding: "{field_was}; the shop has no {what}",
  replaced_by_itself:
    "replace_with was the calendar that is to be deleted; it may be any other",
  unknown_replacement:
    "{field_was}; it may be the id of another business calendar, and there is none with this one",
  unknown_country:
    "{field_was}; it may be the code of a country whose holidays are known, such as bg: holiday-countries lists them",
  unknown_state: "{field_was}; that of {country} may be one of {allowed}",
  country_without_states:
    "{field_was}; {country} has no states with holidays of their own",
} as const

/** A value is invalid. */
export const INVALID_DATA = {
  ...REQUESTS,
  ...RULES,
  ...NAMES,
  ...SCRIPTS,
  ...PLAYBOOKS,
  ...CALENDARS,
  ...DEFINITION_PROBLEMS,
} as const

/**
 * English texts, by code; names in braces are replaced by the refusal's values.
 */
export const REFUSALS = {
  ...NOT_FOUND,
  ...UNAUTHORIZED,
  ...FORBIDDEN,
  ...BUSY,
  ...NOT_ALLOWED,
  ...INVALID_DATA,
} as const
