/** Many zones with several windows a day, half of whose places are taken. */
export const BIG_CALENDAR = {
  ZONES: 10,
  WINDOWS_A_DAY: 6,
  CAPACITY: 10,
  TAKEN: 5,
} as const

const { ZONES, WINDOWS_A_DAY, CAPACITY, TAKEN } = BIG_CALENDAR

/** Statements that add such windows, and bookings, from tomorrow on. */
export const windowsOfDays = (days: number): string[] => [
  `insert into delivery_window_template
          (id, name, weekdays, starts_at, ends_at, time_zone, service_zone_id,
           shipping_option_ids, capacity, capacity_unit, cut_off_minutes,
           lead_minutes)
   select 'dwtmpl_' || zone || '_' || part, 'Window', '{1,2,3,4,5,6,7}',
          lpad((8 + 2 * part)::text, 2, '0') || ':00',
          lpad((10 + 2 * part)::text, 2, '0') || ':00', 'UTC',
          'zone_' || zone, '{}', ${CAPACITY}, 'orders', 60, 0
     from generate_series(1, ${ZONES}) as zone,
          generate_series(0, ${WINDOWS_A_DAY - 1}) as part`,
  `insert into delivery_window
          (id, template_id, local_date, local_start, local_end, time_zone,
           starts_at, ends_at, cut_off_at, lead_minutes, service_zone_id,
           shipping_option_ids, capacity, capacity_unit, booked)
   select 'dwin_' || day || '_' || t.id, t.id, local_date, t.starts_at,
          t.ends_at, t.time_zone, start, start + interval '2 hours',
          start - interval '1 hour', 0, t.service_zone_id, '{}', t.capacity,
          t.capacity_unit, ${TAKEN}
     from generate_series(0, ${days - 1}) as day,
          delivery_window_template as t,
          lateral (select (now() at time zone 'UTC')::date + 1 + day
                          as local_date) as on_date,
          lateral (select (local_date + t.starts_at::time) at time zone 'UTC'
                          as start) as from_start`,
  `insert into delivery_window_booking
          (id, window_id, order_id, status, units, taken_at)
   select 'dwbook_' || place || '_' || id, id, 'order_' || place || '_' || id,
          'confirmed', 1, now()
     from delivery_window, generate_series(1, ${TAKEN}) as place`,
]
