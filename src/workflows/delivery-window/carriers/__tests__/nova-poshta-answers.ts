/*
 * Answers of Nova Poshta's public JSON API v2.0, in its shape: nothing was sent
 * to the API from here. The fields and formats are those of its documentation
 * (developers.novaposhta.ua: Common.getTimeIntervals, Address.getCities,
 * TrackingDocument.getStatusDocuments) and of answers that public clients keep
 * in their tests; numbers, names and times are made up.
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

export const INTERVALS = answer([
  { Number: "CityDeliveryTimeInterval1", Start: "09:00", End: "12:00" },
  { Number: "CityDeliveryTimeInterval2", Start: "12:00", End: "15:00" },
  { Number: "CityDeliveryTimeInterval3", Start: "15:00", End: "18:00" },
  { Number: "CityDeliveryTimeInterval5", Start: "09:00", End: "18:00" },
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
  UndeliveryReasons: "",
  UndeliveryReasonsDate: "",
  UndeliveryReasonsSubtypeDescription: "",
  ServiceType: "WarehouseDoors",
  CityRecipient: "Київ",
  DocumentWeight: 1,
  ...more,
})

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
