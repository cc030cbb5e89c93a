using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Models;
using Gateway.Edge.Perception.Pixels;
using Gateway.Edge.Perception.Plates.Finding;
using Gateway.Edge.Perception.Plates.Recognition;

namespace Gateway.Edge.Perception.Plates;

/// <summary>
/// Finds lines of text, reads what may be a plate as one, and keeps what fits a plate well enough. A picture without a certain plate is
/// searched once more, larger. One thread at a time; the models behind it are shared.
/// </summary>
internal sealed class PlateReader : IPlateReader, IDisposable
{
    private const int MostLines = 256;

    /// <summary>Places read in a quick search at most.</summary>
    private const int QuickPlaces = 5;

    /// <summary>How far around its last box a plate is looked for in the next frame, in its own sides.</summary>
    private const float Surroundings = 0.6f;

    /// <summary>
    /// What the text detector sees of a plate and its surroundings: always the same, so that a plate's width is measured alike near and
    /// far, and no size is new to the model while a vehicle waits.
    /// </summary>
    private const int CloseWidth = 256, CloseHeight = 96;

    /// <summary>Fit from which something is at least like a plate.</summary>
    private const float Doubtful = 0.2f;

    /// <summary>Factor that puts every illegible plate behind every legible one.</summary>
    private const float Illegible = 1e-6f;

    /// <summary>Parts of a region that are searched on their own, as shares of its sides: few, as each has buffers of its own.</summary>
    private static readonly float[] s_spots = [0.5f, 0.7f];

    private readonly PlateOptions _options;
    private readonly TextDetector _detector;
    private readonly GroundFinder _ground = new();
    private readonly RowReader _rows;
    private readonly PlatePlaces _places = new();
    private readonly TextBox[] _lines = new TextBox[MostLines];
    private readonly List<PlateFind> _finds = [];
    private bool _quick;

    /// <exception cref="ModelFaultException">A model is missing or altered; names the file and the fix.</exception>
    public PlateReader(ModelRegistry models, PlateVocabulary vocabulary, PlateOptions options)
    {
        _options = options;
        _detector = new TextDetector(models);
        _rows = new RowReader(models, vocabulary, options);
    }

    /// <inheritdoc/>
    public IReadOnlyList<PlateReading> Read(BgrImage picture, PixelBox? region, PlateEffort effort = PlateEffort.Thorough)
    {
        Begin(effort);
        var part = Inside(picture, region ?? new PixelBox(0, 0, picture.Width, picture.Height));
        if (part.Width < 1 || part.Height < 1)
        {
            return [];
        }

        Search(picture, part, _options.SearchSide, TextThresholds.Usual);
        if (_quick)
        {
            return Readings();
        }

        if (!_finds.Exists(find => _rows.Certain(find.Text)))
        {
            Search(picture, part, _options.SecondSearchSide, TextThresholds.Faint);
        }

        if (!_finds.Exists(find => find.Text.Fit >= _options.LeastFit && !find.Cut))
        {
            ReadAll(picture, part, _places.Of(_lines.AsSpan(0, _ground.Find(picture, part, _lines))), 2 * _options.MostPlaces);
        }

        return Readings();
    }

    /// <inheritdoc/>
    public IReadOnlyList<PlateReading> Spot(BgrImage picture, PixelBox? region, PixelBox part)
    {
        Begin(PlateEffort.Quick);
        var whole = Inside(picture, region ?? new PixelBox(0, 0, picture.Width, picture.Height));
        foreach (var share in s_spots)
        {
            var (width, height) = (whole.Width * share, whole.Height * share);
            if (part.Width <= width && part.Height <= height && width >= 1 && height >= 1)
            {
                Search(picture, Around(part, width, height, whole), (int)(_options.SearchSide * share), TextThresholds.Usual);
                return Readings();
            }
        }

        return Read(picture, region, PlateEffort.Quick);
    }

    /// <inheritdoc/>
    public PlateReading? ReadAt(BgrImage picture, PixelBox box, PlateEffort effort = PlateEffort.Thorough)
    {
        Begin(effort);
        var part = Inside(picture, box.Grow(Surroundings));
        if (part.Width >= 1 && part.Height >= 1)
        {
            var close = Close(picture, part);
            ReadLines(picture, close, _detector.Find(picture, close, CloseWidth, CloseHeight, TextThresholds.Usual, _lines));
            if (!_quick && !_finds.Exists(find => _rows.Certain(find.Text)))
            {
                Search(picture, part, _options.SearchSide, TextThresholds.Usual);
            }
        }

        return Readings() is [var best, ..] ? best : null;
    }

    /// <summary>Reads a picture that is nothing but a plate, already cut out; null when it is none.</summary>
    public PlateReading? ReadCut(BgrImage cut)
    {
        Begin(PlateEffort.Thorough);
        _rows.Begin(cut);
        var whole = Quad.Of(new PixelBox(0, 0, cut.Width, cut.Height));
        if ((float)cut.Width / cut.Height < 2.4f)
        {
            Add(cut, new PlatePlace(whole.Part(0.1f, 0.05f, 0.9f, 0.42f), whole.Part(0, 0.4f, 1, 0.97f), 1), exact: true);
        }

        Add(cut, new PlatePlace(whole, null, 1), exact: true);
        return Readings() is [var best, ..] ? best : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _detector.Dispose();
        _rows.Dispose();
    }

    private void Begin(PlateEffort effort)
    {
        _quick = effort == PlateEffort.Quick;
        _finds.Clear();
    }

    private static PixelBox Inside(BgrImage picture, PixelBox box)
    {
        var (left, top) = (Math.Clamp(box.X, 0, picture.Width), Math.Clamp(box.Y, 0, picture.Height));
        return new PixelBox(left, top, Math.Clamp(box.Right, 0, picture.Width) - left, Math.Clamp(box.Bottom, 0, picture.Height) - top);
    }

    /// <summary>The part, extended to the proportions of a close look as far as the picture reaches.</summary>
    private static PixelBox Close(BgrImage picture, PixelBox part)
    {
        var width = Math.Min(picture.Width, Math.Max(part.Width, part.Height * CloseWidth / CloseHeight));
        var height = Math.Min(picture.Height, Math.Max(part.Height, part.Width * CloseHeight / CloseWidth));
        return Around(part, width, height, new PixelBox(0, 0, picture.Width, picture.Height));
    }

    /// <summary>A box of that size, as much in the middle of which the part lies as the whole around it allows.</summary>
    private static PixelBox Around(PixelBox part, float width, float height, PixelBox whole) => new(
        Math.Clamp(part.CentreX - (width / 2), whole.X, whole.Right - width), Math.Clamp(part.CentreY - (height / 2), whole.Y, whole.Bottom - height), width, height);

    private void Search(BgrImage picture, PixelBox part, int side, TextThresholds thresholds) =>
        ReadLines(picture, part, _detector.Find(picture, part, side, thresholds, _lines));

    private void ReadLines(BgrImage picture, PixelBox part, int lines) =>
        ReadAll(picture, part, _places.Of(_lines.AsSpan(0, lines)), _quick ? Math.Min(QuickPlaces, _options.MostPlaces) : _options.MostPlaces);

    private void ReadAll(BgrImage picture, PixelBox part, IReadOnlyList<PlatePlace> places, int most)
    {
        _rows.Begin(picture);
        for (var index = 0; index < Math.Min(places.Count, most); index++)
        {
            var bounds = places[index].Bounds;

            // Another way to see a plate that is read already is worth no time on the move.
            if (!_quick || !_finds.Exists(find => _rows.Certain(find.Text) && Same(find.Place.Bounds, bounds)))
            {
                Add(picture, places[index], exact: false, Cut(part, bounds));
            }
        }
    }

    /// <summary>True for what the left or right edge cuts: a character may be out of sight, and grammar would make one up.</summary>
    private static bool Cut(PixelBox part, PixelBox box) => box.X <= part.X + 1 || box.Right >= part.Right - 1;

    private void Add(BgrImage picture, PlatePlace place, bool exact, bool cut = false)
    {
        var (text, colour) = _rows.Read(picture, place, exact, _quick);
        var find = new PlateFind(place, text, colour, cut);

        // The same plate seen in several ways: the best way stays.
        var rival = _finds.FindIndex(other => Same(other.Place.Bounds, place.Bounds));
        if (rival < 0)
        {
            _finds.Add(find);
        }
        else if (find.Worth > _finds[rival].Worth)
        {
            _finds[rival] = find;
        }
    }

    /// <summary>True when one covers most of the other, or both share a good part.</summary>
    private static bool Same(PixelBox one, PixelBox other)
    {
        var width = Math.Min(one.Right, other.Right) - Math.Max(one.X, other.X);
        var height = Math.Min(one.Bottom, other.Bottom) - Math.Max(one.Y, other.Y);
        return width > 0 && height > 0 && width * height > 0.5f * Math.Min(one.Area, other.Area);
    }

    private List<PlateReading> Readings()
    {
        _finds.Sort((one, other) => Prominence(other).CompareTo(Prominence(one)));
        var readings = new List<PlateReading>();
        foreach (var find in _finds)
        {
            if (find.Text.Fit < Doubtful)
            {
                continue;
            }

            var legible = find.Text.Fit >= _options.LeastFit && !find.Cut;
            var number = legible && PlateNumber.TryParse(find.Text.Text, out var read) ? read : null;
            readings.Add(new PlateReading(
                find.Place.Bounds,
                number,
                find.Colour,
                find.Place.Second is not null,
                number is null ? 0 : find.Text.Share,
                number is null ? [] : find.Text.Characters));
        }

        return readings;
    }

    /// <summary>Which of several plates is the picture's: legible ones first, then large ones before small ones, unless they are hard to read.</summary>
    private float Prominence(PlateFind find) =>
        MathF.Sqrt(find.Place.Bounds.Area) * find.Text.Fit * find.Text.Fit * (find.Cut || find.Text.Fit < _options.LeastFit ? Illegible : 1);

    /// <summary>A place and what was read there.</summary>
    private readonly record struct PlateFind(PlatePlace Place, PlateText Text, PlateColour Colour, bool Cut)
    {
        /// <summary>Which way of seeing one plate is better.</summary>
        public float Worth => Text.Fit;
    }
}
