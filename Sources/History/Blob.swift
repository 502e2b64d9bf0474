internal import Foundation
internal import GRDB

/// Bytes in a column.
typealias Blob = Data
