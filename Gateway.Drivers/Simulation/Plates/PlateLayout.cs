namespace Gateway.Drivers.Simulation.Plates;

/// <summary>Where the characters of a plate stand (GA 36-2018, figures of appendix A), mm.</summary>
public static class PlateLayout
{
    private const float Top = 25;
    private const float Tall = 90;
    private const float Wide = 45;
    private const float Gap = 12;
    private const float Dot = 10;

    /// <summary>The boxes of all characters, and of the separator where there is one.</summary>
    public static IReadOnlyList<PlateBox> Of(PlateDesign design) => design.Look switch
    {
        PlateLook.YellowTwoRows => TwoRows(design.Text),
        PlateLook.Green or PlateLook.YellowGreen => NewEnergy(design.Text),
        _ => OneRow(design.Text, SeparatorOf(design)),
    };

    /// <summary>The separator comes before this character.</summary>
    private static int SeparatorOf(PlateDesign design) => design switch
    {
        { Look: PlateLook.White } => 1,
        { Text: ['使', ..] } => 4,
        { Text: [.., '使'] } => 3,
        _ => 2,
    };

    private static List<PlateBox> OneRow(string text, int separator)
    {
        List<PlateBox> boxes = [];
        var x = (440 - (text.Length * Wide) - ((text.Length - 2) * Gap) - Dot - (2 * Gap)) / 2;
        for (var i = 0; i < text.Length; i++)
        {
            if (i == separator)
            {
                boxes.Add(Separator(x, Top + (Tall / 2)));
                x += Dot + Gap;
            }

            boxes.Add(new PlateBox(text[i], x, Top, Wide, Tall, i));
            x += Wide + Gap;
        }

        return boxes;
    }

    /// <summary>Narrower characters, and a wide gap in the place of the separator.</summary>
    private static List<PlateBox> NewEnergy(string text)
    {
        const float Narrow = 43;
        const float NarrowGap = 9;
        const float WideGap = 49;
        List<PlateBox> boxes = [];
        var x = 15.5f;
        for (var i = 0; i < text.Length; i++)
        {
            var wide = i == 0 ? Wide : Narrow;
            boxes.Add(new PlateBox(text[i], x, Top, wide, Tall, i));
            x += wide + (i == 1 ? WideGap : NarrowGap);
        }

        return boxes;
    }

    private static List<PlateBox> TwoRows(string text)
    {
        List<PlateBox> boxes =
        [
            new(text[0], 110, 15, 80, 60, 0),
            Separator(215, 45),
            new(text[1], 250, 15, 80, 60, 1),
        ];
        for (var i = 2; i < text.Length; i++)
        {
            boxes.Add(new PlateBox(text[i], 27.5f + ((i - 2) * 80), 90, 65, 110, i));
        }

        return boxes;
    }

    private static PlateBox Separator(float x, float middle) => new('·', x, middle - (Dot / 2), Dot, Dot, -1);
}
