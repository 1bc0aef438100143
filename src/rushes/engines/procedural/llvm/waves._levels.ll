; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source b4b93315968f94a16c533b1041e189bf
; entry waves._levels.0(float32:2:C, int64:1:C, float64, float64:1:C) -> none
define void @waves._levels.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 8
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 16
  %6 = load i64, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 40
  %8 = load ptr, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 64
  %10 = load double, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 72
  %12 = load ptr, ptr %11, align 8
  %13 = fdiv double 5.000000e-01, %10
  br label %46
14:
  %15 = add nuw nsw i64 %48, 1
  %16 = icmp eq i64 %15, 128
  br i1 %16, label %17, label %46
17:
  %18 = fmul double %93, 0x3F10000000000000
  store double 0.000000e+00, ptr %12, align 8
  br label %95
19:
  %20 = add nsw i64 %105, -1
  %21 = add nuw nsw i64 %106, 1
  %22 = icmp sgt i64 %105, 1
  br i1 %22, label %103, label %36
23:
  %24 = add nsw i64 %113, -1
  %25 = add nuw nsw i64 %114, 1
  %26 = getelementptr i8, ptr %147, i64 4
  %27 = load float, ptr %26, align 4
  %28 = getelementptr i8, ptr %147, i64 8
  %29 = load float, ptr %28, align 4
  %30 = fmul float %27, %27
  %31 = fmul float %29, %29
  %32 = fadd float %30, %31
  %33 = fpext float %32 to double
  %34 = fadd double %112, %33
  %35 = icmp sgt i64 %113, 1
  br i1 %35, label %111, label %19
36:
  %37 = add nuw nsw i64 %96, 1
  %38 = mul nuw nsw i64 %101, %101
  %39 = uitofp i64 %38 to double
  %40 = fdiv double %34, %39
  %41 = fsub double %18, %40
  %42 = fcmp olt double %41, 0.000000e+00
  %43 = select i1 %42, double 0.000000e+00, double %41
  %44 = getelementptr double, ptr %12, i64 %96
  store double %43, ptr %44, align 8
  %45 = icmp eq i64 %37, 7
  br i1 %45, label %165, label %95
46:
  %47 = phi double [ 0.000000e+00, %1 ], [ %93, %14 ]
  %48 = phi i64 [ 0, %1 ], [ %15, %14 ]
  %49 = shl i64 %48, 7
  %50 = add nuw nsw i64 %49, 128
  %51 = and i64 %50, 16256
  %52 = add nuw nsw i64 %49, 16256
  %53 = and i64 %52, 16256
  br label %54
54:
  %55 = phi double [ %47, %46 ], [ %93, %54 ]
  %56 = phi i64 [ 0, %46 ], [ %57, %54 ]
  %57 = add nuw nsw i64 %56, 1
  %58 = and i64 %57, 127
  %59 = add nuw nsw i64 %56, 127
  %60 = and i64 %59, 127
  %61 = or i64 %58, %49
  %62 = mul i64 %61, %6
  %63 = getelementptr float, ptr %2, i64 %62
  %64 = load float, ptr %63, align 4
  %65 = or i64 %60, %49
  %66 = mul i64 %65, %6
  %67 = getelementptr float, ptr %2, i64 %66
  %68 = load float, ptr %67, align 4
  %69 = fsub float %64, %68
  %70 = fpext float %69 to double
  %71 = fmul double %13, %70
  %72 = add nuw nsw i64 %56, %51
  %73 = mul i64 %72, %6
  %74 = getelementptr float, ptr %2, i64 %73
  %75 = load float, ptr %74, align 4
  %76 = add nuw nsw i64 %56, %53
  %77 = mul i64 %76, %6
  %78 = getelementptr float, ptr %2, i64 %77
  %79 = load float, ptr %78, align 4
  %80 = fsub float %75, %79
  %81 = fpext float %80 to double
  %82 = fmul double %13, %81
  %83 = add nuw nsw i64 %56, %49
  %84 = mul i64 %83, %6
  %85 = getelementptr float, ptr %2, i64 %84
  %86 = getelementptr i8, ptr %85, i64 4
  %87 = fptrunc double %71 to float
  store float %87, ptr %86, align 4
  %88 = getelementptr i8, ptr %85, i64 8
  %89 = fptrunc double %82 to float
  store float %89, ptr %88, align 4
  %90 = fmul double %71, %71
  %91 = fmul double %82, %82
  %92 = fadd double %90, %91
  %93 = fadd double %55, %92
  %94 = icmp eq i64 %57, 128
  br i1 %94, label %14, label %54
95:
  %96 = phi i64 [ 1, %17 ], [ %37, %36 ]
  %97 = getelementptr i64, ptr %8, i64 %96
  %98 = getelementptr i8, ptr %97, i64 -8
  %99 = load i64, ptr %98, align 8
  %100 = load i64, ptr %97, align 8
  %101 = lshr i64 128, %96
  %102 = shl nuw nsw i64 %101, 2
  br label %103
103:
  %104 = phi double [ 0.000000e+00, %95 ], [ %34, %19 ]
  %105 = phi i64 [ %101, %95 ], [ %20, %19 ]
  %106 = phi i64 [ 0, %95 ], [ %21, %19 ]
  %107 = mul nuw nsw i64 %102, %106
  %108 = add nsw i64 %107, %99
  %109 = mul nuw nsw i64 %106, %101
  %110 = add nsw i64 %109, %100
  br label %111
111:
  %112 = phi double [ %104, %103 ], [ %34, %23 ]
  %113 = phi i64 [ %101, %103 ], [ %24, %23 ]
  %114 = phi i64 [ 0, %103 ], [ %25, %23 ]
  %115 = shl nuw nsw i64 %114, 1
  %116 = add nsw i64 %115, %108
  %117 = add nuw nsw i64 %114, %101
  %118 = shl nuw i64 %117, 1
  %119 = add i64 %118, %108
  %120 = icmp slt i64 %116, 0
  %121 = select i1 %120, i64 %4, i64 0
  %122 = add i64 %121, %116
  %123 = mul i64 %122, %6
  %124 = getelementptr float, ptr %2, i64 %123
  %125 = add nsw i64 %116, 1
  %126 = icmp slt i64 %116, -1
  %127 = select i1 %126, i64 %4, i64 0
  %128 = add i64 %125, %127
  %129 = mul i64 %128, %6
  %130 = getelementptr float, ptr %2, i64 %129
  %131 = icmp slt i64 %119, 0
  %132 = select i1 %131, i64 %4, i64 0
  %133 = add i64 %132, %119
  %134 = mul i64 %133, %6
  %135 = getelementptr float, ptr %2, i64 %134
  %136 = add nsw i64 %119, 1
  %137 = icmp slt i64 %119, -1
  %138 = select i1 %137, i64 %4, i64 0
  %139 = add i64 %136, %138
  %140 = mul i64 %139, %6
  %141 = getelementptr float, ptr %2, i64 %140
  %142 = add nsw i64 %110, %114
  %143 = icmp slt i64 %142, 0
  %144 = select i1 %143, i64 %4, i64 0
  %145 = add i64 %144, %142
  %146 = mul i64 %145, %6
  %147 = getelementptr float, ptr %2, i64 %146
  br label %148
148:
  %149 = phi i64 [ 0, %111 ], [ %150, %148 ]
  %150 = add nuw nsw i64 %149, 1
  %151 = getelementptr float, ptr %124, i64 %149
  %152 = load float, ptr %151, align 4
  %153 = getelementptr float, ptr %130, i64 %149
  %154 = load float, ptr %153, align 4
  %155 = fadd float %152, %154
  %156 = getelementptr float, ptr %135, i64 %149
  %157 = load float, ptr %156, align 4
  %158 = fadd float %155, %157
  %159 = getelementptr float, ptr %141, i64 %149
  %160 = load float, ptr %159, align 4
  %161 = fadd float %158, %160
  %162 = getelementptr float, ptr %147, i64 %149
  %163 = fmul float %161, 2.500000e-01
  store float %163, ptr %162, align 4
  %164 = icmp eq i64 %150, 4
  br i1 %164, label %23, label %148
165:
  ret void
}
