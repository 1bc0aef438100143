; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source c9dee26dd533cb8ca6104c8b51c0cb2b
; entry waves._fold.0(float32:1:C, float32:1:C, float32:1:C, float32:1:C, float32, int64, float32:2:C, float32:2:C) -> none
define void @waves._fold.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 24
  %4 = load ptr, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 48
  %6 = load ptr, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 72
  %8 = load ptr, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 96
  %10 = load double, ptr %9, align 8
  %11 = fptrunc double %10 to float
  %12 = getelementptr i8, ptr %0, i64 104
  %13 = load i64, ptr %12, align 8
  %14 = getelementptr i8, ptr %0, i64 112
  %15 = load ptr, ptr %14, align 8
  %16 = getelementptr i8, ptr %0, i64 128
  %17 = load i64, ptr %16, align 8
  %18 = getelementptr i8, ptr %0, i64 152
  %19 = load ptr, ptr %18, align 8
  %20 = getelementptr i8, ptr %0, i64 168
  %21 = load i64, ptr %20, align 8
  %22 = fdiv float 1.000000e+00, %11
  %23 = icmp slt i64 %13, 1
  br label %93
24:
  %25 = add nuw nsw i64 %94, 1
  %26 = icmp eq i64 %25, 128
  br i1 %26, label %176, label %93
27:
  %28 = phi float [ %107, %97 ], [ %174, %108 ]
  %29 = phi float [ %104, %97 ], [ %170, %108 ]
  %30 = fsub float %101, %29
  %31 = fsub float %96, %28
  %32 = tail call float @llvm.floor.f32(float %30)
  %33 = tail call float @llvm.floor.f32(float %31)
  %34 = fptosi float %33 to i64
  %35 = shl i64 %34, 7
  %36 = and i64 %35, 16256
  %37 = fptosi float %32 to i64
  %38 = and i64 %37, 127
  %39 = or i64 %36, %38
  %40 = getelementptr float, ptr %8, i64 %39
  %41 = load float, ptr %40, align 4
  %42 = fsub float %30, %32
  %43 = fsub float 1.000000e+00, %42
  %44 = fsub float %31, %33
  %45 = fmul float %44, %42
  %46 = fsub float %44, %45
  %47 = fsub float %43, %46
  %48 = fmul float %41, %47
  %49 = add i64 %37, 1
  %50 = and i64 %49, 127
  %51 = or i64 %50, %36
  %52 = getelementptr float, ptr %8, i64 %51
  %53 = load float, ptr %52, align 4
  %54 = fsub float %42, %45
  %55 = fmul float %53, %54
  %56 = fadd float %55, %48
  %57 = add i64 %35, 128
  %58 = and i64 %57, 16256
  %59 = or i64 %58, %38
  %60 = getelementptr float, ptr %8, i64 %59
  %61 = load float, ptr %60, align 4
  %62 = fmul float %61, %46
  %63 = fadd float %62, %56
  %64 = or i64 %58, %50
  %65 = getelementptr float, ptr %8, i64 %64
  %66 = load float, ptr %65, align 4
  %67 = fmul float %45, %66
  %68 = fadd float %67, %63
  %69 = getelementptr float, ptr %2, i64 %39
  %70 = load float, ptr %69, align 4
  %71 = fmul float %70, %47
  %72 = getelementptr float, ptr %2, i64 %51
  %73 = load float, ptr %72, align 4
  %74 = fmul float %54, %73
  %75 = fadd float %71, %74
  %76 = getelementptr float, ptr %2, i64 %59
  %77 = load float, ptr %76, align 4
  %78 = fmul float %46, %77
  %79 = fadd float %75, %78
  %80 = getelementptr float, ptr %2, i64 %64
  %81 = load float, ptr %80, align 4
  %82 = fmul float %45, %81
  %83 = fadd float %79, %82
  %84 = mul i64 %100, %17
  %85 = getelementptr float, ptr %15, i64 %84
  store float %83, ptr %85, align 4
  %86 = getelementptr i8, ptr %85, i64 12
  store float %68, ptr %86, align 4
  %87 = fmul float %29, %11
  %88 = mul i64 %100, %21
  %89 = getelementptr float, ptr %19, i64 %88
  store float %87, ptr %89, align 4
  %90 = fmul float %28, %11
  %91 = getelementptr i8, ptr %89, i64 4
  store float %90, ptr %91, align 4
  %92 = icmp eq i64 %99, 128
  br i1 %92, label %24, label %97
93:
  %94 = phi i64 [ 0, %1 ], [ %25, %24 ]
  %95 = shl nsw i64 %94, 7
  %96 = uitofp i64 %94 to float
  br label %97
97:
  %98 = phi i64 [ 0, %93 ], [ %99, %27 ]
  %99 = add nuw nsw i64 %98, 1
  %100 = add nuw nsw i64 %98, %95
  %101 = uitofp i64 %98 to float
  %102 = getelementptr float, ptr %4, i64 %100
  %103 = load float, ptr %102, align 4
  %104 = fmul float %22, %103
  %105 = getelementptr float, ptr %6, i64 %100
  %106 = load float, ptr %105, align 4
  %107 = fmul float %22, %106
  br i1 %23, label %27, label %108
108:
  %109 = phi float [ %170, %108 ], [ %104, %97 ]
  %110 = phi float [ %174, %108 ], [ %107, %97 ]
  %111 = phi i64 [ %112, %108 ], [ %13, %97 ]
  %112 = add nsw i64 %111, -1
  %113 = fsub float %101, %109
  %114 = fsub float %96, %110
  %115 = tail call float @llvm.floor.f32(float %113)
  %116 = tail call float @llvm.floor.f32(float %114)
  %117 = fptosi float %116 to i64
  %118 = shl i64 %117, 7
  %119 = and i64 %118, 16256
  %120 = fptosi float %115 to i64
  %121 = and i64 %120, 127
  %122 = or i64 %119, %121
  %123 = getelementptr float, ptr %6, i64 %122
  %124 = load float, ptr %123, align 4
  %125 = fsub float %113, %115
  %126 = fsub float 1.000000e+00, %125
  %127 = fsub float %114, %116
  %128 = fmul float %125, %127
  %129 = fsub float %127, %128
  %130 = fsub float %126, %129
  %131 = fmul float %124, %130
  %132 = add i64 %120, 1
  %133 = and i64 %132, 127
  %134 = or i64 %119, %133
  %135 = getelementptr float, ptr %6, i64 %134
  %136 = load float, ptr %135, align 4
  %137 = fsub float %125, %128
  %138 = fmul float %136, %137
  %139 = fadd float %138, %131
  %140 = add i64 %118, 128
  %141 = and i64 %140, 16256
  %142 = or i64 %141, %121
  %143 = getelementptr float, ptr %6, i64 %142
  %144 = load float, ptr %143, align 4
  %145 = fmul float %144, %129
  %146 = fadd float %145, %139
  %147 = or i64 %141, %133
  %148 = getelementptr float, ptr %6, i64 %147
  %149 = load float, ptr %148, align 4
  %150 = fmul float %128, %149
  %151 = fadd float %150, %146
  %152 = getelementptr float, ptr %4, i64 %122
  %153 = load float, ptr %152, align 4
  %154 = fmul float %130, %153
  %155 = getelementptr float, ptr %4, i64 %134
  %156 = load float, ptr %155, align 4
  %157 = fmul float %137, %156
  %158 = fadd float %154, %157
  %159 = getelementptr float, ptr %4, i64 %142
  %160 = load float, ptr %159, align 4
  %161 = fmul float %129, %160
  %162 = fadd float %158, %161
  %163 = getelementptr float, ptr %4, i64 %147
  %164 = load float, ptr %163, align 4
  %165 = fmul float %128, %164
  %166 = fadd float %162, %165
  %167 = fmul float %22, %166
  %168 = fsub float %167, %109
  %169 = fmul float %168, 0x3FE3333340000000
  %170 = fadd float %109, %169
  %171 = fmul float %22, %151
  %172 = fsub float %171, %110
  %173 = fmul float %172, 0x3FE3333340000000
  %174 = fadd float %110, %173
  %175 = icmp ugt i64 %111, 1
  br i1 %175, label %108, label %27
176:
  ret void
}
declare float @llvm.floor.f32(float)
