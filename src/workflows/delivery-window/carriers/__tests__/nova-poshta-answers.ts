/*
 * Answers of Nova Poshta's public JSON API v2.0, in its shape: nothing was sent
 * to the API from here. The fields and formats are those of its documentation
 * (developers.novaposhta.ua: Common.getTimeIntervals, Address.getCities,
 * TrackingDocument.getStatusDocuments) and of the answers that public clients
 * have recorded: the intervals and the formats of the dates are those of
 * github.com/InfDev/SKit.NovaPoshta (assets/responseSamples, of 2022); numbers,
 * names and times are made up.
 */

const answer = (data: object[]) => ({
  success: true,
  data,
  errors: [],
  warnings: [],
  info: [],
  messageCodes: [],
  errorCodes: [],
  warningCodes: [],
  infoCodes: [],
})

const interval = (Number: string, Start: string, End: string) => ({
  Number: `CityDeliveryTimeInterval${Number}`,
  Start,
  End,
  onNextDay: 0,
})

/** Those of parcel lockers are among them. */
export const INTERVALS = answer([
  interval("1", "09:00", "12:00"),
  interval("2", "12:00", "15:00"),
  interval("3", "15:00", "19:00"),
  interval("4", "09:00", "18:00"),
  interval("5", "09:00", "19:00"),
  interval("6", "18:00", "21:00"),
  interval("Postomat1", "09:00", "12:00"),
  interval("Postomat6", "18:00", "21:00"),
])

export const CITIES = answer([
  {
    Description: "Київ",
    Ref: "8d5a980d-391c-11dd-90d9-001a92567626",
    SettlementTypeDescription: "місто",
  },
])

export const REFUSED = {
  ...answer([]),
  success: false,
  errors: ["API key is invalid"],
  errorCodes: ["20000200068"],
}

const document = (Number: string, StatusCode: string, more: object) => ({
  Number,
  StatusCode,
  Status: "",
  DateCreated: "26-11-2026 17:32:23",
  ScheduledDeliveryDate: "27-11-2026 12:00:00",
  RecipientDateTime: "",
  ActualDeliveryDate: "",
  TrackingUpdateDate: "",
  DateScan: "",
  // A list, or an empty text.
  UndeliveryReasons: [],
  UndeliveryReasonsDate: "",
  UndeliveryReasonsSubtypeDescription: "",
  ServiceType: "WarehouseDoors",
  CityRecipient: "Київ",
  DocumentWeight: 1,
  ...more,
})

/** One parcel whose status is known by its last update only, or by more. */
export const statusOf = (StatusCode: string, more: object) =>
  answer([document("20450000000001", StatusCode, more)])

export const STATUSES = answer([
  document("20450000000001", "101", {
    Status: "На шляху до одержувача",
    TrackingUpdateDate: "2026-11-27 13:05:10",
    DateScan: "13:05 27.11.2026",
  }),
  document("20450000000002", "9", {
    Status: "Відправлення отримано",
    RecipientDateTime: "27.11.2026 16:31:00",
    TrackingUpdateDate: "2026-11-27 16:40:12",
  }),
  document("20450000000003", "111", {
    Status: "Невдала спроба доставки через відсутність одержувача",
    UndeliveryReasonsSubtypeDescription: "Одержувач відсутній",
    UndeliveryReasonsDate: "2026-11-27 15:12:00",
    TrackingUpdateDate: "2026-11-27 15:12:30",
  }),
  document("20450000000004", "5", {
    Status: "Відправлення прямує до міста Київ",
    TrackingUpdateDate: "2026-11-27 02:11:00",
  }),
  document("20450000000005", "3", {
    Status: "Номер не знайдено",
    TrackingUpdateDate: "0001-01-01 00:00:00",
  }),
])
