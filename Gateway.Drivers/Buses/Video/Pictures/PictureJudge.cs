namespace Gateway.Drivers.Buses.Video.Pictures;

/// <summary>From measures to findings. Pure.</summary>
internal static class PictureJudge
{
    /// <summary>What is wrong with a picture, gravest first; a picture that shows nothing is not said to be blurred or moved as well.</summary>
    public static IReadOnlyList<PictureFinding> Judge(PictureState now, PictureMeasures? reference, ViewShift? shift, PictureThresholds limits)
    {
        List<PictureFinding> found = [];
        if (now.SameFor >= limits.FrozenAfter)
        {
            found.Add(new(
                "picture-frozen",
                new($"画面已静止 {now.SameFor.TotalSeconds:0} 秒：请重启摄像机", $"The picture has not changed for {now.SameFor.TotalSeconds:0} s: restart the camera"),
                now.SameFor.TotalSeconds,
                limits.FrozenAfter.TotalSeconds));
        }

        if (Blind(now, reference, limits) is { } blind)
        {
            found.Add(blind);
            return found;
        }

        if (reference is { } usual && now.Measures.Detail < usual.Detail * limits.BlurredDetail)
        {
            found.Add(new(
                "picture-blurred",
                new("画面模糊：请清洁镜头并重新对焦", "The picture is blurred: clean the lens and focus it again"),
                now.Measures.Detail / usual.Detail,
                limits.BlurredDetail));
        }

        if (shift is { } moved && View(moved, now.Measures, reference, limits) is { } view)
        {
            found.Add(view);
        }

        return found;
    }

    private static PictureFinding? Blind(PictureState now, PictureMeasures? reference, PictureThresholds limits) => now.Measures switch
    {
        var seen when seen.Dark >= limits.BlackShare => new(
            "picture-black",
            new("画面全黑：请检查镜头盖、补光灯和摄像机", "The picture is black: check the lens cap, the lamp and the camera"),
            seen.Dark,
            limits.BlackShare),
        var seen when seen.Bright >= limits.BrightShare => new(
            "picture-too-bright",
            new("画面过亮：请检查曝光设置，避免强光直射镜头", "The picture is too bright: check the exposure and what shines into the lens"),
            seen.Bright,
            limits.BrightShare),
        var seen when seen.Texture < limits.EmptyTexture && now.Covered => new(
            "picture-covered",
            new("镜头突然被遮挡：请到现场查看", "The lens was covered all of a sudden: go and look"),
            seen.Texture,
            limits.EmptyTexture),
        var seen when seen.Texture < limits.EmptyTexture && reference is { } usual && usual.Texture >= limits.UsualTexture => new(
            "picture-empty",
            new("画面中什么也看不清：请检查镜头是否脏污或起雾", "Nothing can be made out in the picture: look for dirt or fog on the lens"),
            seen.Texture,
            limits.EmptyTexture),
        _ => null,
    };

    private static PictureFinding? View(ViewShift shift, PictureMeasures now, PictureMeasures? reference, PictureThresholds limits)
    {
        if (shift.Percent >= limits.MovedPercent && shift.Likeness >= limits.MovedLikeness && shift.Likeness >= shift.Unmoved + limits.MovedGain)
        {
            return new(
                "picture-moved",
                new($"摄像机偏移了画面的 {shift.Percent:0.#}%：请重新对准，或重新设定参考画面", $"The camera has moved by {shift.Percent:0.#} % of its picture: aim it again, or set its reference picture again"),
                shift.Percent,
                limits.MovedPercent);
        }

        // Too little to be seen, as in a dark night, is not another view.
        var comparable = reference is { } usual && now.Texture >= usual.Texture / 2;
        return comparable && shift.Likeness < limits.ChangedLikeness
            ? new(
                "picture-other-view",
                new("画面与参考画面完全不同：请检查摄像机方向，或重新设定参考画面", "The view is not the reference picture's: check where the camera points, or set its reference picture again"),
                shift.Likeness,
                limits.ChangedLikeness)
            : null;
    }
}
