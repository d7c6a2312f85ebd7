// Measures the ledger for `Benchmarks/ledger`: one measurement a call, the result as one line of JSON.
//
//     LedgerSpeed appends ADDRESS COUNT BATCH WRITERS
//     LedgerSpeed inserts ADDRESS COUNT BATCH
//     LedgerSpeed lookups ADDRESS COUNT
//     LedgerSpeed searches ADDRESS COUNT
//     LedgerSpeed registrations ADDRESS COUNT BATCH
//     LedgerSpeed openings ADDRESS COUNT
//     LedgerSpeed recordings ADDRESS COUNT
//     LedgerSpeed reconciliations ADDRESS COUNT

import Foundation
import Storage

let arguments = CommandLine.arguments.dropFirst()
let numbers = arguments.dropFirst(2).compactMap { Int($0) }
guard let kind = arguments.first, let place = arguments.dropFirst().first, let count = numbers.first
else {
  fatalError("usage: LedgerSpeed appends|inserts|lookups|… ADDRESS COUNT [BATCH [WRITERS]]")
}
let result: any Encodable
switch kind {
case "appends":
  result = try Appends(to: LedgerAddress(place), batch: numbers[1]).run(count, writers: numbers[2])
case "inserts" where place.hasPrefix("postgres://"):
  result = BareInsertsOnPostgres(at: place).run(count, batch: numbers[1])
case "inserts": result = try BareInserts(file: place).run(count, batch: numbers[1])
case "searches": result = try Searches(in: LedgerAddress(place)).run(count)
case "registrations":
  result = try Registrations(to: LedgerAddress(place)).run(count, batch: numbers[1])
case "openings": result = try Counting(in: LedgerAddress(place)).open()
case "recordings": result = try Counting(in: LedgerAddress(place)).record(count)
case "reconciliations": result = try Counting(in: LedgerAddress(place)).reconcile()
default: result = try Lookups(in: LedgerAddress(place)).run(count)
}
print(String(decoding: try JSONEncoder().encode(result), as: UTF8.self))
