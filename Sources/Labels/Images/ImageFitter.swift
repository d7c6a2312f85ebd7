import Diagnostics
import Imaging

/// Loads the pictures of a template and fits them into their boxes; keeps the last ones.
///
/// A fitter is for one thread at a time.
final class ImageFitter {
  private struct Key: Hashable {
    let path: String
    let width: Int
    let height: Int
    let isDithered: Bool
  }

  private let folder: String
  private var kept: [Key: Bitmap] = [:]
  private var keptBytes = 0
  /// A logo and a few signs; rows with a picture each would otherwise fill the memory.
  private static let keptBytesLimit = 1 << 21

  /// - Parameter folder: of the template: names of files are relative to it.
  init(folder: String) { self.folder = folder }

  /// A picture as large as its box allows, with its proportions.
  ///
  /// - Throws: `image.…` where it can't be had, or `label.image` where a row's value leads out of
  ///   the template's folder.
  func fit(
    _ name: String, _ style: ImageStyle, in box: TextFitter.Box, isFromRow: Bool
  ) throws(LabelFault) -> ImageLayout {
    guard !name.isBlank else {
      throw LabelFault(
        code: "label.image",
        message: "the picture's name is empty. Where rows may have no picture, give the element "
          + "“when:” with the same field.")
    }
    if isFromRow { try refuseOutside(name) }
    let path = name.hasPrefix("/") ? name : "\(folder)/\(name)"
    let key = Key(path: path, width: box.width, height: box.height, isDithered: style.isDithered)
    let bitmap = try bitmap(key, called: name)
    let area = DotRect(
      x: style.horizontal.offset(of: bitmap.width, in: box.width),
      y: style.vertical.offset(of: bitmap.height, in: box.height), width: bitmap.width,
      height: bitmap.height)
    return ImageLayout(bitmap: bitmap, area: area)
  }

  private func bitmap(_ key: Key, called name: String) throws(LabelFault) -> Bitmap {
    if let bitmap = kept[key] { return bitmap }
    let bitmap = try load(key, called: name)
    if keptBytes + bitmap.bytes.count > Self.keptBytesLimit {
      kept.removeAll(keepingCapacity: true)
      keptBytes = 0
    }
    kept[key] = bitmap
    keptBytes += bitmap.bytes.count
    return bitmap
  }

  private func load(_ key: Key, called name: String) throws(LabelFault) -> Bitmap {
    do throws(ImageFault) {
      let picture = try ImageLoader.load(path: key.path).image
      let share = min(
        Double(key.width) / Double(picture.width), Double(key.height) / Double(picture.height))
      let width = max(1, Int((Double(picture.width) * share).rounded(.down)))
      let height = max(1, Int((Double(picture.height) * share).rounded(.down)))
      let fitted = picture.fitted(width: width, height: height)
      return key.isDithered ? fitted.dithered() : fitted.darkerThanMiddle()
    } catch {
      let place = name.hasPrefix("/") ? "" : " in the template's folder"
      throw LabelFault(
        code: error.code, message: "\(SafeText.quoted(name))\(place): \(error.message)")
    }
  }

  /// What a row says can't choose files elsewhere on the machine.
  private func refuseOutside(_ name: String) throws(LabelFault) {
    guard name.hasPrefix("/") || name.split(separator: "/").contains("..") else { return }
    throw LabelFault(
      code: "label.image",
      message:
        "\(SafeText.quoted(name)) leads out of the template's folder; expected the name of a "
        + "picture in it.")
  }
}

extension GrayImage {
  /// In another size: pixels become whole squares first where it grows, then boxes are averaged.
  fileprivate func fitted(width: Int, height: Int) -> GrayImage {
    let times = max(
      (width + self.width - 1) / self.width, (height + self.height - 1) / self.height, 1)
    return enlarged(times: times).shrunk(width: width, height: height)
  }

  private func enlarged(times: Int) -> GrayImage {
    guard times > 1 else { return self }
    var large = GrayImage(width: width * times, height: height * times)
    for y in 0..<large.height {
      let row = y / times * width
      for x in 0..<large.width { large.pixels[y * large.width + x] = pixels[row + x / times] }
    }
    return large
  }
}
